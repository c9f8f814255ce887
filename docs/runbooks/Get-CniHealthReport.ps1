<#
.SYNOPSIS
    Azure Automation runbook: reports the health of all circuits of an account.

.DESCRIPTION
    Returns an object for each interconnect, with its state, the reason, the CNIs on it, the Magic routes over it and the next step, and a summary line at
    the end. The runbook also writes a warning for each interconnect that isn't healthy. If a state can't be read, the runbook writes an error, returns
    the state Unknown, and continues with the other interconnects. With -ReportPath, it also saves the report as a web page. The runbook changes nothing
    at Cloudflare, so you can run it as often as you like.

    It writes only to Output, Warning and Error.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.PARAMETER IgnorePending
    Reports links that are ordered but not up yet (Pending) as healthy.

.PARAMETER ReportPath
    The file to save the report in as a web page, such as //files.example.com/cni/report.html. It's replaced if it exists. The disk of an Azure sandbox
    is deleted after the job.

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

    [string] $ReportPath,

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
    $circuits = @(Get-CniCircuit -Connection $connection -ErrorAction Continue)
    $steps = @($circuits | Get-CniNextStep -Connection $connection | Where-Object -Property Step -EQ -Value 1)
    if ($ReportPath) {
        $circuits | Export-CniReport -Path $ReportPath -Force | Out-Null
    }
}
finally {
    Disconnect-Cni -Connection $connection
}

$report = @(foreach ($circuit in $circuits) {
        $state = if ($circuit.State) { $circuit.State } else { 'Unknown' }
        $next = @($steps | Where-Object -Property Circuit -CEQ -Value $circuit.Name)[0]
        [pscustomobject] @{
            Interconnect = $circuit.Name
            State        = $state
            Reason       = if ($circuit.State) { $circuit.Reason } else { "The state couldn't be read. See the errors of this job." }
            IsHealthy    = $state -eq 'Healthy' -or ($IgnorePending -and $state -eq 'Pending')
            Type         = $circuit.Interconnect.Type
            Location     = $circuit.Location
            Facility     = $circuit.Facility
            Speed        = $circuit.Speed
            Cni          = @($circuit.Cnis | ForEach-Object -MemberName ConduitName) -join ', '
            Route        = @($circuit.Routes | ForEach-Object -MemberName Prefix) -join ', '
            NextStep     = if ($next) { $next.What } else { $null }
            CheckedAt    = $circuit.CheckedAt
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
