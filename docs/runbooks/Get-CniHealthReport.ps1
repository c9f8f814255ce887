<#
.SYNOPSIS
    Azure Automation runbook: reports the health of all interconnects of an account.

.DESCRIPTION
    Writes one object for each interconnect, with its state, the reason and the CNIs on it, and a line with the sum at the end. Each interconnect
    that is not healthy is a warning as well. An interconnect whose state can't be read is an error, has the state Unknown, and does not stop the
    others. It changes nothing, so that it may run as often as you like.

    It writes to Output, Warning and Error only.

.PARAMETER AssetName
    The name of the asset of the Automation account that holds the API token.

.PARAMETER AssetType
    Credential: user name is the account ID, password is the API token. Connection: of the type CloudflareCni.PowerShell, which comes with the module.

.PARAMETER IgnorePending
    Does not count as unhealthy what was ordered and is not turned up yet.

.PARAMETER FailWhenUnhealthy
    Fails the job when something is not healthy, so that an alert on failed jobs tells you.

.EXAMPLE
    ./Get-CniHealthReport.ps1 -AssetName Cloudflare -FailWhenUnhealthy $true

    Reports, and fails when a link is not healthy.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. The token needs to read only.
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
    throw "The Automation account has no $AssetType asset '$AssetName': create it, or give the name of the one that holds the API token as -AssetName."
}

# Jobs may share a process: the connection is this job's own, and ends with it.
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
            Reason       = if ($status) { $status.Reason } else { 'The state could not be read: see the errors of this job.' }
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

"$($report.Count - $unhealthy.Count) of $($report.Count) interconnects are as they should be."
if ($FailWhenUnhealthy -and $unhealthy.Count -gt 0) {
    throw "$($unhealthy.Count) of $($report.Count) interconnects are not healthy: $(@($unhealthy | ForEach-Object -MemberName Interconnect) -join ', ')."
}
