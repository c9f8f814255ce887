<#
.SYNOPSIS
    Azure Automation runbook: orders a physical interconnect and turns it up, over as many runs as that takes.

.DESCRIPTION
    Completes these steps for a new link, each of them once:

    1. Chooses a free slot by site and speed, and saves it in an Automation variable before anything is ordered.
    2. Orders the interconnect on that slot, unless it exists.
    3. Saves the Letter of Authorization, unless the file exists.
    4. Waits until the link is healthy, for at most -WaitSec.
    5. Creates the CNI with the conduit name, unless it exists.

    A cross-connect takes weeks, so schedule the runbook once a day. Each run continues where the last one stopped, and a run after the last step changes
    nothing. Nothing is ordered twice: the slot is saved before the order, and the interconnect's name after it. If an ordered link no longer exists, it
    isn't ordered again, and the job fails. Run one job at a time for each variable.

    Returns one object that shows how far the link is, and writes only to Output, Warning and Error.

.PARAMETER OrderVariableName
    The Automation variable that keeps the slot and the interconnect of this link. Use one variable for each link. Its type is String, and it's empty
    before the first run. You can't use it with -SlotId.

.PARAMETER Site
    The Cloudflare site to order at, such as fra03.

.PARAMETER Speed
    The speed to order, such as 10G.

.PARAMETER SlotId
    The slot to order, instead of -OrderVariableName, -Site and -Speed. Nothing is saved then, and a removed link would be ordered again, so don't
    schedule this.

.PARAMETER ConduitName
    The CNI's conduit name, unique in the account.

.PARAMETER Mtu
    The CNI's MTU in bytes: 1500, or 1476 where the dataplane carries GRE.

.PARAMETER CustomerAsn
    Your AS number for a BGP session, or 0 for no session.

.PARAMETER LoaPath
    The folder for the Letter of Authorization. Without it, no letter is saved. The disk of an Azure sandbox is deleted after the job.

.PARAMETER WaitSec
    The longest time that one run waits for the link to be healthy, in seconds. An Azure sandbox stops a job after three hours.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.EXAMPLE
    ./New-CniLink.ps1 -OrderVariableName CniLinkFrankfurt -Site fra03 -Speed 10G -ConduitName fra-core-1 -CustomerAsn 64512 -LoaPath D:/loa

    Orders a 10G link in Frankfurt in the first run, and turns it up in the run that finds it healthy.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. The token needs write permission.
#>
[CmdletBinding(DefaultParameterSetName = 'Choose')]
param(
    [Parameter(ParameterSetName = 'Choose', Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $OrderVariableName,

    [Parameter(ParameterSetName = 'Choose', Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $Site,

    [Parameter(ParameterSetName = 'Choose', Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $Speed,

    [Parameter(ParameterSetName = 'Slot', Mandatory = $true)]
    [guid] $SlotId,

    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $ConduitName,

    # New-Cni reads the numbers: a type here would round what isn't whole, and 1.10 would become AS1.
    [object] $Mtu = 1500,

    [object] $CustomerAsn,

    [string] $LoaPath,

    [ValidateRange(0, 9000)]
    [int] $WaitSec = 600,

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
    if ($PSCmdlet.ParameterSetName -eq 'Slot') {
        $slot = "$SlotId"
        $ordered = $null
    }
    else {
        # The slot, followed by the interconnect after it was ordered.
        $slot, $ordered = ([string] (Get-AutomationVariable -Name $OrderVariableName)).Trim() -split ' ', 2
        if (-not $slot) {
            $free = @(Get-CniSlot -Site $Site -Speed $Speed -Occupied $false -Connection $connection)
            if ($free.Count -eq 0) {
                throw "No $Speed slot is free at site $Site, so nothing was ordered. The next run checks again."
            }

            # Save the slot before the order, so that the next run finds it if this job is interrupted.
            $slot = "$($free[0].Id)"
            Set-AutomationVariable -Name $OrderVariableName -Value $slot
            if ([string] (Get-AutomationVariable -Name $OrderVariableName) -ne $slot) {
                throw "The variable '$OrderVariableName' didn't keep slot $slot, so nothing was ordered. Check whether another job uses the variable."
            }
        }
    }

    if ($ordered) {
        try {
            $link = Get-CniInterconnect -Name $ordered -Connection $connection
        }
        catch {
            if ($_.FullyQualifiedErrorId -like 'CniNotFound,*') {
                Write-Warning -Message "Interconnect $ordered was ordered but no longer exists. To order another link, clear the variable '$OrderVariableName'."
            }

            throw
        }
    }
    else {
        try {
            $link = New-CniInterconnect -Slot $slot -ReuseExisting -Connection $connection -Confirm:$false
        }
        catch {
            # An order whose answer was lost can take a while to appear. Choosing another slot now could order a second link.
            if ($_.FullyQualifiedErrorId -like 'CniSlotOccupied,*' -and $OrderVariableName) {
                Write-Warning -Message "Make sure that slot $slot isn't yours, and then clear the variable '$OrderVariableName'. The next run chooses another slot."
            }

            throw
        }

        if ($OrderVariableName) {
            Set-AutomationVariable -Name $OrderVariableName -Value "$slot $($link.Name)"
        }
    }

    $loa = $null
    if ($LoaPath) {
        $loa = [System.IO.Path]::Combine($PSCmdlet.GetUnresolvedProviderPathFromPSPath($LoaPath), [CloudflareCni.LoaFileName]::For($link.Name))
        if (-not [System.IO.File]::Exists($loa) -and -not ($link | Save-CniLoa -LiteralPath $loa -Connection $connection -ErrorAction Continue)) {
            $loa = $null
        }
    }

    # A link that isn't healthy yet isn't a fault. Anything else is.
    $status = $link | Wait-CniInterconnect -TimeoutSec $WaitSec -Connection $connection -ErrorAction SilentlyContinue -ErrorVariable problems
    foreach ($problem in $problems) {
        if ($problem.FullyQualifiedErrorId -notlike 'CniWaitTimedOut,*') {
            throw $problem
        }
    }

    $cni = $null
    if ($status) {
        $options = @{}
        if ("$CustomerAsn" -notin '', '0') {
            $options.CustomerAsn = $CustomerAsn
        }

        $cni = $link | New-Cni -ConduitName $ConduitName -Mtu $Mtu -ReuseExisting @options -Connection $connection -Confirm:$false
    }
    else {
        $status = $link | Get-CniInterconnectStatus -Connection $connection
        $reason = if ($status.Reason) { ": $($status.Reason)" } else { '' }
        Write-Warning -Message "Interconnect $($link.Name) is $($status.State)$reason. It doesn't have a CNI yet. Run this runbook again to continue."
    }
}
finally {
    Disconnect-Cni -Connection $connection
}

[pscustomobject] @{
    Interconnect = $link.Name
    SlotId       = $slot
    Location     = $link.Location
    Facility     = $link.FacilityName
    Speed        = $link.Speed
    State        = $status.State
    Loa          = $loa
    ConduitName  = if ($cni) { $cni.ConduitName } else { $null }
    CniId        = if ($cni) { $cni.Id } else { $null }
    CustIp       = if ($cni) { $cni.CustIp } else { $null }
    P2pIp        = if ($cni) { $cni.P2pIp } else { $null }
    IsComplete   = [bool] $cni
}
