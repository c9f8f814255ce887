<#
.SYNOPSIS
    Builds, tests and cleans the module. All real work is in MSBuild: `dotnet build` and `dotnet test` do the same without this script.
.DESCRIPTION
    Runs in Windows PowerShell 5.1 and in PowerShell 7. Without either, use the PowerShell that `dotnet build` leaves in artifacts/pwsh:
    artifacts/pwsh/pwsh ./build.ps1 (on Windows: artifacts\pwsh\pwsh.cmd .\build.ps1).
.EXAMPLE
    ./build.ps1
    Leaves the module in artifacts/module/CloudflareCni.PowerShell.
.EXAMPLE
    ./build.ps1 Test
    Runs all tests, as `dotnet test` does.
.EXAMPLE
    ./build.ps1 Fast
    Runs the tests of domain, client and cmdlets, without those that start processes, inject faults or take long.
.EXAMPLE
    ./build.ps1 Pester
    Runs the Pester tests in this PowerShell, with its Pester.
.EXAMPLE
    ./build.ps1 Pack
    Leaves the package for the PowerShell Gallery and the one for Azure Automation in artifacts/packages.
.EXAMPLE
    ./build.ps1 Pester -ModulePath ./unpacked/CloudflareCni.PowerShell
    Runs the Pester tests against an unpacked package.
.EXAMPLE
    ./build.ps1 Mutate
    Changes the domain and the client in hundreds of places and shows which changes no test notices. Takes about an hour; the reports are in
    artifacts/mutation.
.EXAMPLE
    ./build.ps1 Docs
    Renews docs/reliability.md, and the help file that Get-Help reads from the pages in docs/en-US. Both are committed: commit them with what changed.
#>
[CmdletBinding()]
param(
    # What to do, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Fast', 'Pester', 'Mutate', 'Docs', 'Pack', 'Clean')]
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
        'Fast' {
            $fast = Join-Path $PSScriptRoot 'tests/Fast.slnf'
            Invoke-Dotnet -Argument test, --solution, $fast, --configuration, $Configuration, --filter-not-trait, 'Tier=Slow'
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
        'Mutate' {
            Push-Location -LiteralPath $PSScriptRoot
            try {
                Invoke-Dotnet -Argument tool, restore
                foreach ($project in 'CloudflareCni', 'CloudflareCni.Client') {
                    Invoke-Dotnet -Argument stryker, --config-file, 'stryker-config.json', --project, "$project.csproj", --output, (Join-Path $artifacts "mutation/$project")
                }
            }
            finally {
                Pop-Location
            }
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
