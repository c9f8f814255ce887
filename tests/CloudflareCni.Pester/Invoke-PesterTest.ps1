# Runs test files for PesterWorker. It reads the path of a file, or "list" and the path of a folder, from a pipe, and answers each with a line of JSON: one record for each test.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Pester,
    [Parameter(Mandatory = $true)] [string] $PipeName
)

$ErrorActionPreference = 'Stop'

# A new runspace for each file, so that a file can't see the variables, modules and connections of another one. The process is what takes long to start.
$work = {
    param([string] $Path, [string] $Pester, [bool] $List)

    $ErrorActionPreference = 'Stop'
    Import-Module -Name $Pester
    $settings = New-PesterConfiguration
    $settings.Run.Path = $Path
    $settings.Run.PassThru = $true
    $settings.Run.SkipRun = $List
    $settings.Output.Verbosity = 'None'
    $settings.Output.RenderMode = 'Plaintext'
    $run = Invoke-Pester -Configuration $settings

    function ConvertTo-Record {
        param([string] $File, [string] $Id, [string] $Name, [string] $State, [object] $Duration, [int] $Line, [object[]] $ErrorRecord)

        [ordered] @{
            File    = Split-Path -Leaf $File
            Id      = $Id
            Name    = $Name
            State   = $State
            Seconds = [double] $Duration.TotalSeconds
            Line    = $Line
            Message = @($ErrorRecord | Where-Object { $_ } | ForEach-Object { if ($_.DisplayErrorMessage) { $_.DisplayErrorMessage } else { "$_" } }) -join "`n"
            Trace   = @($ErrorRecord | Where-Object { $_ } | ForEach-Object { if ($_.DisplayStackTrace) { $_.DisplayStackTrace } else { $_.ScriptStackTrace } }) -join "`n"
        }
    }

    # Pester inserts the values of a test case into the name only when the test runs.
    function Get-FullName {
        param([object] $Test)

        $name = if ($Test.Executed) { $Test.ExpandedPath } else { $Test.Path -join '.' }
        if ($Test.Data -is [System.Collections.IDictionary]) {
            foreach ($key in $Test.Data.Keys) {
                $name = $name.Replace("<$key>", "$($Test.Data[$key])")
            }
        }

        $name
    }

    # The same in a list and in a run: the name as written, and the number of the case.
    $seen = @{}
    $records = @(
        foreach ($test in $run.Tests) {
            $file = $test.ScriptBlock.File
            $written = $test.Path -join '.'
            $seen["$file $written"]++
            $state = if ($List) { 'Listed' } else { "$($test.Result)" }
            ConvertTo-Record -File $file -Id "$written#$($seen["$file $written"])" -Name (Get-FullName -Test $test) -State $state -Duration $test.Duration -Line $test.ScriptBlock.StartPosition.StartLine -ErrorRecord $test.ErrorRecord
        }

        # Failures outside tests, such as in BeforeAll or AfterAll, or in the file itself.
        foreach ($block in $run.FailedBlocks) {
            ConvertTo-Record -File $block.ScriptBlock.File -Id "$($block.Path -join '.') (block)" -Name "$($block.ExpandedPath) (block)" -State 'Failed' -Duration $block.Duration -Line 1 -ErrorRecord $block.ErrorRecord
        }

        foreach ($container in $run.FailedContainers) {
            ConvertTo-Record -File $container.Item -Id '(file)' -Name '(file)' -State 'Failed' -Duration $container.Duration -Line 1 -ErrorRecord $container.ErrorRecord
        }
    )
    ConvertTo-Json -InputObject $records -Depth 3 -Compress
}

function Invoke-File {
    param([string] $Path, [bool] $List)

    $runspace = [runspacefactory]::CreateRunspace($Host)
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    try {
        $null = $shell.AddScript($work).AddParameter('Path', $Path).AddParameter('Pester', $Pester).AddParameter('List', $List)
        $shell.Invoke() | Select-Object -Last 1
    }
    finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
}

$environment = [Environment]::GetEnvironmentVariables()
$folder = [Environment]::CurrentDirectory
$pipe = New-Object -TypeName System.IO.Pipes.NamedPipeClientStream -ArgumentList '.', $PipeName, 'InOut'
$pipe.Connect()
$reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $pipe
$writer = New-Object -TypeName System.IO.StreamWriter -ArgumentList $pipe
$writer.AutoFlush = $true
while ($request = $reader.ReadLine()) {
    $verb, $path = $request -split ' ', 2
    $writer.WriteLine((Invoke-File -Path $path -List ($verb -eq 'list')))

    # What a file left behind in the process.
    [Environment]::CurrentDirectory = $folder
    foreach ($name in [Environment]::GetEnvironmentVariables().Keys) {
        if (-not $environment.Contains($name)) {
            [Environment]::SetEnvironmentVariable($name, $null)
        }
    }

    foreach ($name in $environment.Keys) {
        [Environment]::SetEnvironmentVariable($name, $environment[$name])
    }
}
