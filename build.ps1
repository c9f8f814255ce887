<#
.SYNOPSIS
    Builds, tests and packages the module. MSBuild does the work: `dotnet build` and `dotnet test` do the same without this script.
.DESCRIPTION
    Runs in Windows PowerShell 5.1 and in PowerShell 7. If you don't have either, use the PowerShell that `dotnet build` creates in artifacts/pwsh:
    artifacts/pwsh/pwsh ./build.ps1 (on Windows: artifacts\pwsh\pwsh.cmd .\build.ps1).
.EXAMPLE
    ./build.ps1
    Builds the module in artifacts/module/CloudflareCni.PowerShell.
.EXAMPLE
    ./build.ps1 Test
    Runs all tests, as `dotnet test` does.
.EXAMPLE
    ./build.ps1 Fast
    Runs the fast tests of the domain, the client and the cmdlets. Tests that start processes, inject faults or take long are excluded.
.EXAMPLE
    ./build.ps1 Pester
    Runs the Pester tests in this PowerShell, with the Pester that is installed in it.
.EXAMPLE
    ./build.ps1 Pack
    Creates the packages for the PowerShell Gallery and for Azure Automation in artifacts/packages.
.EXAMPLE
    ./build.ps1 Pester -ModulePath ./unpacked/CloudflareCni.PowerShell
    Runs the Pester tests against an unpacked package.
.EXAMPLE
    ./build.ps1 Mutate -Path src/CloudflareCni/Rules, src/CloudflareCni.Client/Limits
    Changes the code in these folders, one place at a time, and shows which changes no test detects. The reports are in artifacts/mutation. Without -Path,
    this task changes all folders of the domain and the client that contain logic, which takes hours. It requires PowerShell 7.
.EXAMPLE
    ./build.ps1 Docs
    Updates docs/reliability.md, and generates the help file for Get-Help from the pages in docs/en-US. Commit both together with your change.
#>
[CmdletBinding()]
param(
    # The tasks to run, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Fast', 'Pester', 'Mutate', 'Docs', 'Pack', 'Clean')]
    [string[]] $Task = 'Build',

    # The build configuration.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The folder of the module that Pester tests. The default is the module that was built.
    [string] $ModulePath,

    # The folders or files in src that Mutate changes.
    [string[]] $Path = @(
        'Rules', 'Contract', 'Editing', 'Fields', 'Circuits', 'Guidance', 'Resiliency', 'Loa', 'Configuration', 'Routers' | ForEach-Object { "src/CloudflareCni/$_" }
        'Http', 'Limits', 'Errors', 'Json', 'Text' | ForEach-Object { "src/CloudflareCni.Client/$_" }
    )
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
            Invoke-Dotnet -Argument tool, restore
            & (Join-Path $PSScriptRoot 'build/Invoke-Mutation.ps1') -Path $Path -Destination (Join-Path $artifacts 'mutation')
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
                throw 'The module Microsoft.PowerShell.PlatyPS is not installed, so the help file was not updated. Install the module and run this task again.'
            }

            & (Join-Path $PSScriptRoot 'build/ConvertTo-ModuleHelp.ps1') -Destination (Join-Path $PSScriptRoot 'module/en-US/CloudflareCni.PowerShell.dll-Help.xml')
        }
        'Pack' {
            # Every build creates packages. This build is for publishing.
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
