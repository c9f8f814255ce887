# Dot-sourced by every test file. Imports the built module like a user does, and defines helper functions.

$script:RepositoryRoot = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$script:ModulePath = if ($env:CNI_MODULE_PATH) {
    $env:CNI_MODULE_PATH
}
else {
    Join-Path (Join-Path (Join-Path $RepositoryRoot 'artifacts') 'module') 'CloudflareCni.PowerShell'
}

$script:ManifestPath = Join-Path $ModulePath 'CloudflareCni.PowerShell.psd1'
if (-not (Test-Path -LiteralPath $ManifestPath)) {
    throw "The module is not built: there is no '$ManifestPath'. Run 'dotnet build' first, or point the environment variable CNI_MODULE_PATH to the module's folder."
}

Import-Module -Name $ManifestPath

# Creates a SecureString from text.
function New-Secret {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '')]
    param([string] $Text)

    $secret = New-Object -TypeName System.Security.SecureString
    foreach ($character in $Text.ToCharArray()) {
        $secret.AppendChar($character)
    }

    $secret.MakeReadOnly()
    $secret
}

# Gets the verbose lines of a command, one for each request.
function Get-RequestLine {
    param([scriptblock] $Command)

    $VerbosePreference = 'Continue'
    & $Command 4>&1 |
        Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_.Message -match '^(GET|POST|PUT|DELETE) /' } |
        ForEach-Object { $_.Message }
}

# Runs a script in a new PowerShell of the same version, and returns its output, its error text and its exit code.
function Invoke-OtherPowerShell {
    param([string] $Script, [switch] $AsFile)

    $path = (Get-Process -Id $PID).Path
    # The PowerShell from NuGet is a DLL that dotnet runs.
    $program = @(if ([System.IO.Path]::GetFileNameWithoutExtension($path) -eq 'dotnet') { [Environment]::GetCommandLineArgs()[0] })
    $errors = [System.IO.Path]::GetTempFileName()
    $file = [System.IO.Path]::ChangeExtension([System.IO.Path]::GetTempFileName(), '.ps1')
    try {
        if ($AsFile) {
            Set-Content -LiteralPath $file -Value $Script -Encoding UTF8
            $output = & $path @program -NoProfile -NonInteractive -File $file 2> $errors
        }
        else {
            $encoded = [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($Script))
            $output = & $path @program -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2> $errors
        }

        [pscustomobject] @{
            Output   = $output | Out-String
            Errors   = Get-Content -LiteralPath $errors | Out-String
            ExitCode = $LASTEXITCODE
        }
    }
    finally {
        Remove-Item -LiteralPath $errors, $file -ErrorAction SilentlyContinue
    }
}

# Gets the line that imports the module in a script for another PowerShell.
function Get-ImportLine {
    "Import-Module -Name '{0}'" -f $ManifestPath.Replace("'", "''")
}
