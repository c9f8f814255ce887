<#
.SYNOPSIS
    Azure Automation runbook: orders a physical interconnect and turns it up, however often it has to run for that.

.DESCRIPTION
    Goes through the steps of a new link, and through each of them once:

    1. Chooses a free slot by site and speed, and remembers it in a variable of the Automation account before anything is ordered.
    2. Orders the interconnect on that slot, unless it stands there already.
    3. Saves the Letter of Authorization, unless the file is there already.
    4. Waits until the link is healthy, no longer than -WaitSec.
    5. Creates the CNI with the conduit name, unless it is there already.

    A cross-connect takes weeks: schedule the runbook once a day. Each run goes on where the last one stopped, and a run after the last step changes
    nothing. Nothing is ordered twice: the slot that was chosen is written down before the order, and the interconnect after it. A link that was ordered
    and is gone is not ordered again; the job fails then. Run one job at a time for one variable.

    Writes one object that says how far the link is, and to Output, Warning and Error only.

.PARAMETER OrderVariableName
    The variable of the Automation account that remembers the slot and the interconnect of this link: of type String, empty before the first run, one
    for each link. Not with -SlotId.

.PARAMETER Site
    The Cloudflare site to order at, such as fra03.

.PARAMETER Speed
    The speed to order, such as 10G.

.PARAMETER SlotId
    The slot to order, in place of -OrderVariableName, -Site and -Speed. Nothing is remembered then: a link that was removed would be ordered again, so
    don't schedule it.

.PARAMETER ConduitName
    The name of the CNI's conduit, unique in the account.

.PARAMETER Mtu
    The CNI's MTU in bytes: 1500, or 1476 where the dataplane carries GRE.

.PARAMETER CustomerAsn
    Your AS number, for a BGP session; 0 for none.

.PARAMETER LoaPath
    The folder for the Letter of Authorization; without it none is saved. The disk of an Azure sandbox is gone after the job.

.PARAMETER WaitSec
    How long one run waits for the link to be healthy, in seconds. An Azure sandbox ends a job after three hours.

.PARAMETER AssetName
    The name of the asset of the Automation account that holds the API token.

.PARAMETER AssetType
    Credential: user name is the account ID, password is the API token. Connection: of the type CloudflareCni.PowerShell, which comes with the module.

.EXAMPLE
    ./New-CniLink.ps1 -OrderVariableName CniLinkFrankfurt -Site fra03 -Speed 10G -ConduitName fra-core-1 -CustomerAsn 64512 -LoaPath D:/loa

    Orders a 10G link in Frankfurt in its first run, and turns it up in the run that finds it healthy.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. The token needs to write.
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

    [int] $Mtu = 1500,

    [long] $CustomerAsn = 0,

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
    throw "The Automation account has no $AssetType asset '$AssetName': create it, or give the name of the one that holds the API token as -AssetName."
}

# Jobs may share a process: the connection is this job's own, and ends with it.
$connection = if ($AssetType -eq 'Connection') { Connect-Cni -NoDefault -Connection $asset } else { Connect-Cni -NoDefault -Credential $asset }
try {
    if ($PSCmdlet.ParameterSetName -eq 'Slot') {
        $slot = "$SlotId"
        $ordered = $null
    }
    else {
        # The slot, and behind it the interconnect once that was ordered.
        $slot, $ordered = ([string] (Get-AutomationVariable -Name $OrderVariableName)).Trim() -split ' ', 2
        if (-not $slot) {
            $free = @(Get-CniSlot -Site $Site -Speed $Speed -Occupied $false -Connection $connection)
            if ($free.Count -eq 0) {
                throw "No slot of $Speed is free at site $Site. Nothing was ordered: the next run looks again."
            }

            # Before the order: a job that ends in the middle of it must find its slot again.
            $slot = "$($free[0].Id)"
            Set-AutomationVariable -Name $OrderVariableName -Value $slot
            if ([string] (Get-AutomationVariable -Name $OrderVariableName) -ne $slot) {
                throw "The variable '$OrderVariableName' does not keep the slot $slot. Nothing was ordered: look whether another job uses it."
            }
        }
    }

    if ($ordered) {
        try {
            $link = Get-CniInterconnect -Name $ordered -Connection $connection
        }
        catch {
            if ($_.FullyQualifiedErrorId -like 'CniNotFound,*') {
                Write-Warning -Message "Interconnect $ordered was ordered, and is gone. It is not ordered again, unless you empty the variable '$OrderVariableName'."
            }

            throw
        }
    }
    else {
        try {
            $link = New-CniInterconnect -Slot $slot -ReuseExisting -Connection $connection -Confirm:$false
        }
        catch {
            # An order whose answer was lost may take a while to appear: to forget the slot by itself could order a second link.
            if ($_.FullyQualifiedErrorId -like 'CniSlotOccupied,*' -and $OrderVariableName) {
                Write-Warning -Message "Make sure that slot $slot is not yours, and empty the variable '$OrderVariableName': the next run chooses another slot then."
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

    # A link that is not healthy yet is no fault; anything else is.
    $status = $link | Wait-CniInterconnect -TimeoutSec $WaitSec -Connection $connection -ErrorAction SilentlyContinue -ErrorVariable problems
    foreach ($problem in $problems) {
        if ($problem.FullyQualifiedErrorId -notlike 'CniWaitTimedOut,*') {
            throw $problem
        }
    }

    $cni = $null
    if ($status) {
        $options = @{}
        if ($CustomerAsn -gt 0) {
            $options.CustomerAsn = $CustomerAsn
        }

        $cni = $link | New-Cni -ConduitName $ConduitName -Mtu $Mtu -ReuseExisting @options -Connection $connection -Confirm:$false
    }
    else {
        $status = $link | Get-CniInterconnectStatus -Connection $connection
        $reason = if ($status.Reason) { ": $($status.Reason)" } else { '' }
        Write-Warning -Message "Interconnect $($link.Name) is $($status.State)$reason. It has no CNI yet: run this runbook again, and it goes on from here."
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
