<#
.SYNOPSIS
    Builds, tests and cleans the module. All real work is in MSBuild: `dotnet build` and `dotnet test` do the same without PowerShell.
.EXAMPLE
    ./build.ps1
    Leaves the module in artifacts/module/CloudflareCni.PowerShell.
.EXAMPLE
    ./build.ps1 Test, Pester
    Runs the xunit tests, and the Pester tests in this PowerShell.
.EXAMPLE
    ./build.ps1 Docs
    Renews the help file that Get-Help reads from the pages in docs/en-US. It is committed: commit it with the pages.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Docs', 'Clean')]
    [string[]] $Task = 'Build',

    # Debug or Release.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'CloudflareCni.PowerShell.sln'
$artifacts = Join-Path $PSScriptRoot 'artifacts'

function Invoke-Dotnet {
    param([string[]] $Argument)

    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($Argument[0]) failed with exit code $LASTEXITCODE."
    }
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' {
            Invoke-Dotnet -Argument build, $solution, --configuration, $Configuration
        }
        'Test' {
            Invoke-Dotnet -Argument test, --solution, $solution, --configuration, $Configuration
        }
        'Pester' {
            Import-Module Pester -MinimumVersion 5.0
            $settings = New-PesterConfiguration
            $settings.Run.Path = Join-Path (Join-Path $PSScriptRoot 'tests') 'Pester'
            $settings.Run.Throw = $true
            $settings.Output.Verbosity = 'Detailed'
            $settings.TestResult.Enabled = $true
            $settings.TestResult.OutputPath = Join-Path $artifacts 'pester.xml'
            Invoke-Pester -Configuration $settings
        }
        'Docs' {
            if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)) {
                throw 'Docs needs the module Microsoft.PowerShell.PlatyPS, which is not installed here. The help file was not renewed: it is as committed.'
            }

            & (Join-Path $PSScriptRoot 'docs/ConvertTo-ModuleHelp.ps1') -Destination (Join-Path $PSScriptRoot 'module/en-US/CloudflareCni.PowerShell.dll-Help.xml')
        }
        'Clean' {
            if (Test-Path -LiteralPath $artifacts) {
                Remove-Item -LiteralPath $artifacts -Recurse -Force
            }
        }
    }
}
