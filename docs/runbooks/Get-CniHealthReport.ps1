<#
.SYNOPSIS
    Azure Automation runbook: reports the health of all interconnects of an account.

.DESCRIPTION
    Returns one object for each interconnect, with its state, the reason and the CNIs on it, and a summary line at the end. Each interconnect that
    isn't healthy is also a warning. If a state can't be read, that is an error, the state is Unknown, and the report continues with the other
    interconnects. The runbook changes nothing, so you can run it as often as you like.

    It writes only to Output, Warning and Error.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.PARAMETER IgnorePending
    Reports links that are ordered but not up yet (Pending) as healthy.

.PARAMETER FailWhenUnhealthy
    Fails the job if an interconnect isn't healthy, so that an alert on failed jobs notifies you.

.EXAMPLE
    ./Get-CniHealthReport.ps1 -AssetName Cloudflare -FailWhenUnhealthy $true

    Returns the report, and fails if a link isn't healthy.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. A token with read permission is enough.
#>
[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()]
    [string] $AssetName = 'Cloudflare',

    [ValidateSet('Credential', 'Connection')]
    [string] $AssetType = 'Credential',

    [bool] $IgnorePending = $false,

    [bool] $FailWhenUnhealthy = $false
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
    $interconnects = @(Get-CniInterconnect -Connection $connection)
    $cnis = @(Get-Cni -Connection $connection -ErrorAction Continue)
    $statuses = @($interconnects | Get-CniInterconnectStatus -Connection $connection -ErrorAction Continue)
}
finally {
    Disconnect-Cni -Connection $connection
}

$report = @(foreach ($interconnect in $interconnects) {
        $status = $statuses | Where-Object -Property Interconnect -CEQ -Value $interconnect.Name
        $state = if ($status) { $status.State } else { 'Unknown' }
        $on = @($cnis | Where-Object -Property Interconnect -CEQ -Value $interconnect.Name | ForEach-Object -MemberName ConduitName)
        [pscustomobject] @{
            Interconnect = $interconnect.Name
            State        = $state
            Reason       = if ($status) { $status.Reason } else { "The state couldn't be read. See the errors of this job." }
            IsHealthy    = $state -eq 'Healthy' -or ($IgnorePending -and $state -eq 'Pending')
            Type         = $interconnect.Type
            Location     = $interconnect.Location
            Facility     = $interconnect.FacilityName
            Speed        = $interconnect.Speed
            Cni          = $on -join ', '
            CheckedAt    = if ($status) { $status.CheckedAt } else { $null }
        }
    })

$report
$unhealthy = @($report | Where-Object -Property IsHealthy -EQ -Value $false)
foreach ($link in $unhealthy) {
    $reason = if ($link.Reason) { ": $($link.Reason)" } else { '' }
    $carries = if ($link.Cni) { " It carries $($link.Cni)." } else { '' }
    Write-Warning -Message "Interconnect $($link.Interconnect) is $($link.State)$reason.$carries"
}

"$($report.Count - $unhealthy.Count) of $($report.Count) interconnects are healthy."
if ($FailWhenUnhealthy -and $unhealthy.Count -gt 0) {
    throw "$($unhealthy.Count) of $($report.Count) interconnects aren't healthy: $(@($unhealthy | ForEach-Object -MemberName Interconnect) -join ', ')."
}
