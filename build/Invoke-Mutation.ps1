#Requires -Version 7.0
<#
.SYNOPSIS
    Changes code, one place at a time, and returns how many of the changes the tests detect, for each folder.
.DESCRIPTION
    Stryker changes the code and runs the tests of CloudflareCni.Tests. Tests that take seconds, and those of other projects, are left out, so the figures are a
    lower bound.

    A change in a static field's initial value isn't counted. Stryker runs all changes in one process, in which such a value is set once, so it can't test
    this change. The column Static contains the number of these changes. Review them in the report.
.OUTPUTS
    One object for each folder: Folder, Changes, Detected, Percent, Static.
#>
[CmdletBinding()]
param(
    # The folders or files to change, such as src/CloudflareCni/Rules.
    [Parameter(Mandatory = $true)]
    [string[]] $Path,

    # The folder for the reports, one for each project.
    [Parameter(Mandatory = $true)]
    [string] $Destination
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Path $PSScriptRoot -Parent

# Other tests are for these: golden files compare the routers' files, and the table is one static value.
$other = '!Routers/Platforms/**/*.cs', '!Guidance/GuideTable.cs'

# Stryker takes the paths of a project relative to the project's folder.
$places = foreach ($one in $Path) {
    $source, $project, $rest = $one.Replace('\', '/').TrimStart('.', '/').Split([char[]] '/', 3, 'RemoveEmptyEntries')
    if ($source -ne 'src' -or -not $project -or -not (Test-Path -LiteralPath (Join-Path $root $one))) {
        throw "'$one' isn't a folder or a file in src. Use a path such as src/CloudflareCni/Rules."
    }

    $glob = if ($rest -like '*.cs') { $rest } else { "$rest/**/*.cs".Replace('//', '/').TrimStart('/') }
    [pscustomobject] @{ Project = $project; Glob = $glob }
}

# Stryker changes a whole solution if it finds one in the current folder.
Push-Location -LiteralPath (Join-Path $root 'tests/CloudflareCni.Tests')
try {
    foreach ($project in $places | Group-Object -Property Project) {
        $report = Join-Path $Destination $project.Name
        $mutate = @($project.Group.Glob) + $other | ForEach-Object { '--mutate'; $_ }
        $env:CNI_MUTATION = $project.Name
        & dotnet stryker --config-file (Join-Path $root 'stryker-config.json') --project "$($project.Name).csproj" --output $report @mutate | Out-Host
        if ($LASTEXITCODE -ne 0) {
            throw "Stryker couldn't change $($project.Name). Its messages say why."
        }

        $files = (Get-Content -LiteralPath (Join-Path $report 'reports/mutation-report.json') -Raw -Encoding UTF8 | ConvertFrom-Json).files
        $changes = foreach ($file in $files.PSObject.Properties) {
            $folder = (Split-Path -Path $file.Name -Parent).Replace($root, '').Trim('/', '\')
            foreach ($change in $file.Value.mutants | Where-Object { $_.status -in 'Killed', 'Timeout', 'Survived', 'NoCoverage' }) {
                [pscustomobject] @{ Folder = $folder; Status = $change.status; Static = [bool] $change.static }
            }
        }

        foreach ($folder in $changes | Group-Object -Property Folder | Sort-Object -Property Name) {
            $counted = @($folder.Group | Where-Object { -not $_.Static })
            $detected = @($counted | Where-Object { $_.Status -in 'Killed', 'Timeout' }).Count
            [pscustomobject] @{
                Folder   = $folder.Name
                Changes  = $counted.Count
                Detected = $detected
                Percent  = if ($counted.Count) { [math]::Round(100 * $detected / $counted.Count, 1) }
                Static   = $folder.Count - $counted.Count
            }
        }
    }
}
finally {
    Remove-Item -LiteralPath Env:CNI_MUTATION -ErrorAction SilentlyContinue
    Pop-Location
}
