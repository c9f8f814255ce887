<#
.SYNOPSIS
    Azure Automation runbook: warns when the circuits of an account are less resilient than configured.

.DESCRIPTION
    Compares the tier that the circuits reach if all of them are healthy (the configured tier) with the tier that they reach now (the working tier). If the
    working tier is lower, the runbook writes a warning that lists the circuits and their states. It also writes a warning if the working tier is below
    -Tier. A circuit whose state can't be read doesn't count as healthy.

    Returns one object: the tiers, what blocks -Tier (or the next tier) and the circuits that aren't healthy. The runbook changes nothing, so you can
    run it as often as you like. It writes only to Output, Warning and Error.

.PARAMETER Tier
    The tier that the circuits must reach: Standard, High or Maximum. By default, the runbook compares only with the configured tier.

.PARAMETER FailWhenBelow
    Fails the job if the working tier is below the configured one or below -Tier, so that an alert on failed jobs notifies you.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.EXAMPLE
    ./Watch-CniResiliency.ps1 -Tier High -FailWhenBelow $true

    Returns the tiers, and fails if the circuits don't reach the tier High now.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. A token with read permission is enough.
#>
[CmdletBinding()]
param(
    [ValidateSet('', 'Standard', 'High', 'Maximum')]
    [string] $Tier = '',

    [bool] $FailWhenBelow = $false,

    [ValidateNotNullOrEmpty()]
    [string] $AssetName = 'Cloudflare',

    [ValidateSet('Credential', 'Connection')]
    [string] $AssetType = 'Credential'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$asset = if ($AssetType -eq 'Connection') { Get-AutomationConnection -Name $AssetName } else { Get-AutomationPSCredential -Name $AssetName }
if (-not $asset) {
    throw "The Automation account has no $AssetType asset '$AssetName'. Create it, or use -AssetName to specify the asset that contains the API token."
}

# Jobs can share a process, so the connection is this job's own and ends with it.
$connection = if ($AssetType -eq 'Connection') { Connect-Cni -NoDefault -Connection $asset } else { Connect-Cni -NoDefault -Credential $asset }
try {
    $circuits = @(Get-CniCircuit -Connection $connection -ErrorAction Continue)
}
finally {
    Disconnect-Cni -Connection $connection
}

if ($circuits.Count -eq 0) {
    throw 'There are no circuits to test. The account doesn''t have any, or they couldn''t be read. See the errors of this job.'
}

$options = @{}
if ($Tier) {
    $options.Tier = $Tier
}

$result = $circuits | Test-CniResiliency @options
$ill = @($circuits | Where-Object -Property State -NE -Value 'Healthy' | ForEach-Object {
        $state = if ($_.State) { $_.State } else { 'Unknown' }
        if ($_.Reason) { "$($_.Name) is ${state}: $($_.Reason)" } else { "$($_.Name) is $state" }
    })
[pscustomobject] @{
    ConfiguredTier = "$($result.ConfiguredTier)"
    WorkingTier    = "$($result.WorkingTier)"
    Tier           = "$($result.Tier)"
    IsTierReached  = $result.IsTierReached
    Blocker        = @($result.Blockers)
    Unhealthy      = $ill
}

$problem = $null
if ($result.WorkingTier -lt $result.ConfiguredTier) {
    $problem = "The circuits are configured for the tier $($result.ConfiguredTier), but they only reach $($result.WorkingTier) now. $($ill -join '; ')."
}
elseif ($Tier -and -not $result.IsTierReached) {
    $problem = "The circuits reach the tier $($result.WorkingTier), but $Tier is required. $(@($result.Blockers) -join ' ')"
}

if ($problem) {
    Write-Warning -Message $problem
    if ($FailWhenBelow) {
        throw $problem
    }
}
