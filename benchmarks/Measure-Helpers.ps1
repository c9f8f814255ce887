# Functions that the measurements share. Measure-Module.ps1 and each process that it starts load this file.

function Build-Benchmark {
    param([string] $Root, [string] $Module)

    foreach ($project in 'benchmarks/CloudflareCni.Benchmarks', 'benchmarks/CloudflareCni.Empty') {
        $lines = dotnet build (Join-Path $Root $project) --configuration Release
        if ($LASTEXITCODE -ne 0) { throw ($lines -join "`n") }
    }
    # A Release build in a separate folder, next to the module that tests and users have.
    $lines = dotnet build (Join-Path $Root 'src/CloudflareCni.PowerShell') --configuration Release "-p:ModuleOutputPath=$Module/"
    if ($LASTEXITCODE -ne 0) { throw ($lines -join "`n") }
}

# The same manifest, views and types with an assembly without cmdlets.
function Export-EmptyModule {
    param([string] $Module, [string] $Root)

    $folder = Join-Path (Split-Path -Path (Split-Path -Path $Module)) 'empty/CloudflareCni.PowerShell'
    $null = New-Item -ItemType Directory -Path (Join-Path $folder 'net8.0') -Force
    Copy-Item -Path (Join-Path $Module '*.ps1xml') -Destination $folder
    Copy-Item -LiteralPath (Join-Path $Root 'artifacts/bin/CloudflareCni.Empty/release/CloudflareCni.Empty.dll') -Destination (Join-Path $folder 'net8.0')
    $manifest = Get-Content -Raw -LiteralPath (Join-Path $Module 'CloudflareCni.PowerShell.psd1')
    $manifest = $manifest -replace 'net8\.0/CloudflareCni\.PowerShell\.dll', 'net8.0/CloudflareCni.Empty.dll' -replace '(?s)CmdletsToExport\s+= @\(.*?\)', 'CmdletsToExport = @()'
    Set-Content -LiteralPath (Join-Path $folder 'CloudflareCni.PowerShell.psd1') -Value $manifest
    $folder
}

function Open-PageServer {
    param([string] $Root)

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.ArgumentList.Add((Join-Path $Root 'artifacts/bin/CloudflareCni.Benchmarks/release/CloudflareCni.Benchmarks.dll'))
    $start.ArgumentList.Add('serve')
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Process = $process; Port = [int]$process.StandardOutput.ReadLine() }
}

# The number of connections since the last call.
function Get-ServerConnectionCount {
    param([object] $Server)

    $Server.Process.StandardInput.WriteLine('connections')
    [int]$Server.Process.StandardOutput.ReadLine()
}

function Close-PageServer {
    param([object] $Server)

    $Server.Process.StandardInput.Close()
    if (-not $Server.Process.WaitForExit(5000)) { $Server.Process.Kill() }
}

# Runs a script block in a new PowerShell process, and returns its output.
function Invoke-Fresh {
    param([scriptblock] $Script, [object[]] $Argument = @())

    # The server's process object isn't sent: to serialize it, PowerShell would read its output to the end.
    $sent = foreach ($one in $Argument) {
        if ($one -is [hashtable]) { $one = $one.Clone(); $one.Remove('Server') }
        , $one
    }
    $output = pwsh -NoProfile -NonInteractive -Command $Script -args @($sent)
    if ($LASTEXITCODE -ne 0) { throw "A measurement failed: $output" }
    $output
}

function Measure-Millisecond {
    param([scriptblock] $Script)

    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $null = & $Script
    $watch.Elapsed.TotalMilliseconds
}

function Get-Median {
    param([double[]] $Value)

    $sorted = @($Value | Sort-Object)
    $sorted[[int][Math]::Floor(($sorted.Count - 1) / 2)]
}

# Runs the candidates in turn, so that other load on the computer affects them equally. The first rounds are for warm-up.
function Measure-SideBySide {
    param([System.Collections.Specialized.OrderedDictionary] $Candidate, [int] $Runs, [int] $WarmUp = 2)

    $times = @{}
    foreach ($name in $Candidate.Keys) { $times[$name] = [System.Collections.Generic.List[double]]::new() }
    for ($run = -$WarmUp; $run -lt $Runs; $run++) {
        foreach ($name in $Candidate.Keys) {
            [System.GC]::Collect()
            $elapsed = Measure-Millisecond -Script $Candidate[$name]
            if ($run -ge 0) { $times[$name].Add($elapsed) }
        }
    }
    $medians = @{}
    foreach ($name in $Candidate.Keys) { $medians[$name] = Get-Median -Value $times[$name] }
    [pscustomobject]$medians
}

function Connect-Benchmark {
    param([hashtable] $Context, [string] $Account)

    Import-Module $Context.Module
    Import-Module $Context.Baseline
    $token = [securestring]::new()
    foreach ($character in 'benchmark'.ToCharArray()) { $token.AppendChar($character) }
    $null = Connect-Cni -BaseUri $Context.BaseUri -ApiToken $token -AccountId $Account
}

# A line of the report, which says whether the ratio meets a target such as '<= 1.5'.
function ConvertTo-Measurement {
    param([string] $Name, [double] $Ratio, [string] $Target, [string] $Detail, [string] $Unit = 'x')

    $operator, $limit = $Target -split ' '
    $isMet = if ($operator -eq '<=') { $Ratio -le [double]$limit } else { $Ratio -ge [double]$limit }
    [pscustomobject]@{ Name = $Name; Ratio = $Ratio; Unit = $Unit; Target = $Target; IsMet = $isMet; Detail = $Detail }
}

function Invoke-ClientBenchmark {
    param([string] $Root, [string] $Job)

    $program = Join-Path $Root 'artifacts/bin/CloudflareCni.Benchmarks/release/CloudflareCni.Benchmarks.dll'
    $folder = Join-Path $Root 'artifacts/benchmarks'
    $lines = dotnet $program --filter '*' --job $Job --inProcess --artifacts $folder --exporters github
    if ($LASTEXITCODE -ne 0) { throw ($lines -join "`n") }
    foreach ($file in Get-ChildItem -Path (Join-Path $folder 'results/*-report-github.md')) {
        Get-Content -LiteralPath $file.FullName | Where-Object { $_ -match '^\|' }
        ''
    }
}

function Write-Report {
    param([string] $Path, [object[]] $Row, [string[]] $Table, [hashtable] $Context)

    $cpu = @(Get-Content -LiteralPath /proc/cpuinfo -ErrorAction Ignore) -match '^model name' | Select-Object -First 1
    $machine = "$([System.Environment]::ProcessorCount) logical processors$(if ($cpu) { " ($(($cpu -split ':', 2)[1].Trim()))" }), $([System.Runtime.InteropServices.RuntimeInformation]::OSDescription)"
    $lines = @(
        '# Performance'
        ''
        '`benchmarks/Measure-Module.ps1` generates this page. It measures each value together with its baseline in the same run. Each ratio is a ratio of two medians.'
        'On another machine, only the ratios are comparable. The baseline "bare" is HttpClient with source-generated JSON. It doesn''t map errors, keep unknown fields,'
        'retry requests or support cancellation.'
        ''
        "Measured on $machine, with PowerShell $($PSVersionTable.PSVersion) on $([System.Runtime.InteropServices.RuntimeInformation]::FrameworkDescription). Unless stated otherwise, lists have $($Context.Slots) slots in pages of 1000. Each median is from $($Context.Runs) runs."
        ''
        '| Measurement | Ratio | Target | Met | Details |'
        '|---|---|---|---|---|'
        foreach ($one in $Row) {
            '| {0} | {1:0.00}{2} | {3} | {4} | {5} |' -f $one.Name, $one.Ratio, $one.Unit, ($one.Target -replace '<=', 'at most' -replace '>=', 'at least'), $(if ($one.IsMet) { 'yes' } else { 'no' }), $one.Detail
        }
        ''
        '## The client alone'
        ''
        'BenchmarkDotNet measures the client in one process. Time and memory grow in proportion to the number of objects.'
        ''
        $Table
    )
    $notes = Join-Path $PSScriptRoot 'notes.md'
    if (Test-Path -LiteralPath $notes) { $lines += Get-Content -LiteralPath $notes }
    Set-Content -LiteralPath $Path -Value (($lines -join "`n").TrimEnd() + "`n") -NoNewline
}
