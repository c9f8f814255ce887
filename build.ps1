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
    ./build.ps1 Pack
    Leaves the package for the PowerShell Gallery and the one for Azure Automation in artifacts/packages.
.EXAMPLE
    ./build.ps1 Pester -ModulePath ./unpacked/CloudflareCni.PowerShell
    Runs the Pester tests against an unpacked package.
.EXAMPLE
    ./build.ps1 Docs
    Renews docs/reliability.md, and the help file that Get-Help reads from the pages in docs/en-US. Both are committed: commit them with what changed.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Docs', 'Pack', 'Clean')]
    [string[]] $Task = 'Build',

    # Debug or Release.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The module's folder that Pester tests; without it the one that was built.
    [string] $ModulePath
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
            if ($ModulePath) {
                $env:CNI_MODULE_PATH = (Resolve-Path -LiteralPath $ModulePath).ProviderPath
            }

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
            # The fault suite writes docs/reliability.md as it runs.
            $env:CNI_RENEW_DOCS = '1'
            try {
                $project = Join-Path $PSScriptRoot 'tests/CloudflareCni.PowerShell.Tests/CloudflareCni.PowerShell.Tests.csproj'
                Invoke-Dotnet -Argument test, --project, $project, --configuration, $Configuration, --filter-class, '*FaultTests'
            }
            finally {
                Remove-Item -Path Env:CNI_RENEW_DOCS
            }

            if (-not (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)) {
                throw 'Docs needs the module Microsoft.PowerShell.PlatyPS, which is not installed here. The help file was not renewed: it is as committed.'
            }

            & (Join-Path $PSScriptRoot 'build/ConvertTo-ModuleHelp.ps1') -Destination (Join-Path $PSScriptRoot 'module/en-US/CloudflareCni.PowerShell.dll-Help.xml')
        }
        'Pack' {
            # Every build packs; this one is for publishing.
            Invoke-Dotnet -Argument build, (Join-Path (Join-Path $PSScriptRoot 'src') 'CloudflareCni.PowerShell'), --configuration, $Configuration
            Get-ChildItem -Path (Join-Path $artifacts 'packages') -File
        }
        'Clean' {
            if (Test-Path -LiteralPath $artifacts) {
                Remove-Item -LiteralPath $artifacts -Recurse -Force
            }
        }
    }
}
