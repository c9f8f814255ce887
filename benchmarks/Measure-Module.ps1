#Requires -Version 7.4
<#
.SYNOPSIS
    Measures the module in PowerShell, as users see it, against the alternatives without it.
.DESCRIPTION
    Builds the module and the benchmarks, serves slots on loopback from a separate process, and measures everything together with its baseline in the
    same run. Every figure is a ratio of two medians. The report is Markdown. No figure fails a build.
.EXAMPLE
    ./benchmarks/Measure-Module.ps1
    Measures everything and updates docs/performance.md. Takes about ten minutes on an idle computer.
.EXAMPLE
    ./benchmarks/Measure-Module.ps1 -Name 2-List
    Measures only the lists, and shows the figures.
.EXAMPLE
    ./benchmarks/Measure-Module.ps1 -Brief
    Runs each measurement once on small lists, to check that it works. The figures mean nothing. The report is written to artifacts.
#>
[CmdletBinding()]
param(
    # Runs each measurement once, on small lists.
    [switch] $Brief,

    # Runs only the measurements whose file has this name, which can have wildcards. Shows their figures and doesn't write a report.
    [string] $Name = '*'
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Path $PSScriptRoot -Parent
$artifacts = Join-Path $root 'artifacts'
$module = Join-Path $artifacts 'bench/module/CloudflareCni.PowerShell'
$report = if ($Brief) { Join-Path $artifacts 'performance-brief.md' } else { Join-Path $root 'docs/performance.md' }

. (Join-Path $PSScriptRoot 'Measure-Helpers.ps1')

Write-Output 'Building'
Build-Benchmark -Root $root -Module $module
$empty = Export-EmptyModule -Module $module -Root $root
$server = Open-PageServer -Root $root
try {
    $context = @{
        Empty    = $empty
        Server   = $server
        Module   = $module
        Baseline = Join-Path $artifacts 'bin/CloudflareCni.Baseline/release/CloudflareCni.Baseline.dll'
        BaseUri  = "http://127.0.0.1:$($server.Port)/client/v4"
        Helpers  = Join-Path $PSScriptRoot 'Measure-Helpers.ps1'
        Runs     = if ($Brief) { 1 } else { 9 }
        Slots    = if ($Brief) { 2000 } else { 100000 }
        Calls    = if ($Brief) { 5 } else { 200 }
        Links    = if ($Brief) { 32 } else { 500 }
        Pages    = if ($Brief) { 3 } else { 50 }
    }
    $rows = [System.Collections.Generic.List[object]]::new()
    foreach ($file in Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'measurements') -Filter "$Name.ps1" | Sort-Object -Property Name) {
        Write-Output "Measuring $($file.BaseName)"
        foreach ($row in & $file.FullName -Context $context) {
            $rows.Add($row)
        }
    }

    if ($Name -eq '*') {
        Write-Output 'Running the benchmarks of the client'
        $job = if ($Brief) { 'Dry' } else { 'Short' }
        $tables = Invoke-ClientBenchmark -Root $root -Job $job
        Write-Report -Path $report -Row $rows -Table $tables -Context $context
        Write-Output "The report is $report"
    }
} finally {
    Close-PageServer -Server $server
}
$rows | Format-List -Property Name, Ratio, Target, IsMet, Detail
