# Runs the tests of a file, or lists the tests of a folder, and writes the result of each test to a JSON file.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)] [string] $Path,
    [Parameter(Mandatory = $true)] [string] $Pester,
    [Parameter(Mandatory = $true)] [string] $Result,
    [switch] $List
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester
$settings = New-PesterConfiguration
$settings.Run.Path = $Path
$settings.Run.PassThru = $true
$settings.Run.SkipRun = [bool] $List
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
Set-Content -LiteralPath $Result -Value (ConvertTo-Json -InputObject $records -Depth 3) -Encoding UTF8
