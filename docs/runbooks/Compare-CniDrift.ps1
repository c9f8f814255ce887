<#
.SYNOPSIS
    Azure Automation runbook: compares an account with a configuration file and reports what was changed by hand.

.DESCRIPTION
    Returns one object for each difference, and a summary line at the end. Each difference is also a warning. The runbook changes nothing, so you can
    run it as often as you like. No key is shown.

    The configuration is what Export-CniConfiguration wrote: a file on a share or on a Hybrid Runbook Worker (-Path), or the text in an Automation
    variable (-VariableName).

    It writes only to Output, Warning and Error.

.PARAMETER Path
    The configuration file.

.PARAMETER VariableName
    The Automation variable that holds the text of the configuration, in place of a file.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.PARAMETER FailWhenDifferent
    Fails the job if there is a difference, so that an alert on failed jobs notifies you.

.EXAMPLE
    ./Compare-CniDrift.ps1 -VariableName CniConfiguration -FailWhenDifferent $true

    Returns the differences, and fails if there is one.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. A token with read permission is enough.
#>
[CmdletBinding()]
param(
    [string] $Path,

    [string] $VariableName,

    [ValidateNotNullOrEmpty()]
    [string] $AssetName = 'Cloudflare',

    [ValidateSet('Credential', 'Connection')]
    [string] $AssetType = 'Credential',

    [bool] $FailWhenDifferent = $false
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if ([bool] $Path -eq [bool] $VariableName) {
    throw 'Use either -Path or -VariableName to name the configuration.'
}

$asset = if ($AssetType -eq 'Connection') { Get-AutomationConnection -Name $AssetName } else { Get-AutomationPSCredential -Name $AssetName }
if (-not $asset) {
    throw "The Automation account has no $AssetType asset '$AssetName'. Create it, or use -AssetName to specify the asset that contains the API token."
}

# Jobs can share a process, so the connection is this job's own and ends with it.
$connection = if ($AssetType -eq 'Connection') { Connect-Cni -NoDefault -Connection $asset } else { Connect-Cni -NoDefault -Credential $asset }
try {
    $differences = @(if ($Path) {
            Compare-CniConfiguration -LiteralPath $Path -Connection $connection
        }
        else {
            [string] (Get-AutomationVariable -Name $VariableName) | Compare-CniConfiguration -Connection $connection
        })
}
finally {
    Disconnect-Cni -Connection $connection
}

$differences
foreach ($difference in $differences) {
    $reason = if ($difference.Action -eq 'None' -and $difference.Reason) { " ($($difference.Reason))" } else { '' }
    Write-Warning -Message "$difference$reason"
}

$objects = @{}
foreach ($difference in $differences) {
    $objects[$difference.Object] = $true
}

$summary = "$($differences.Count) differences in $($objects.Count) objects."
$summary
if ($FailWhenDifferent -and $differences.Count -gt 0) {
    throw "The account differs from its configuration: $summary"
}
