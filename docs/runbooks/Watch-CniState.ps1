<#
.SYNOPSIS
    Azure Automation runbook: tells when an interconnect changes its state.

.DESCRIPTION
    Compares the states of all interconnects with those that it remembers from its last run in a variable of the Automation account. Each change is an
    object and a warning: another state, an interconnect that is new, and one that is gone. When a webhook is named, the changes go there as well, in one
    request. The first run remembers only.

    An interconnect whose state can't be read is an error, keeps its remembered state, and does not stop the others. The states are remembered after the
    webhook took the changes: what it did not take is told again by the next run, so that a change is told at least once.

    It changes nothing at Cloudflare, and writes to Output, Warning and Error only.

.PARAMETER VariableName
    The variable of the Automation account that holds the states: of type String, empty before the first run.

.PARAMETER WebhookVariableName
    The variable of the Automation account that holds the https address of a webhook; without it nothing is sent. An address is a secret: encrypt the
    variable. The body is JSON: text, and changes with Interconnect, From, To and Reason.

.PARAMETER AssetName
    The name of the asset of the Automation account that holds the API token.

.PARAMETER AssetType
    Credential: user name is the account ID, password is the API token. Connection: of the type CloudflareCni.PowerShell, which comes with the module.

.EXAMPLE
    ./Watch-CniState.ps1 -VariableName CniStates -WebhookVariableName CniWebhook

    Tells what has changed since the last run, here and at the webhook.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. The token needs to read only. Schedule one job at a time.
#>
[CmdletBinding()]
param(
    [ValidateNotNullOrEmpty()]
    [string] $VariableName = 'CniStates',

    [string] $WebhookVariableName,

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

$webhook = if ($WebhookVariableName) { [string] (Get-AutomationVariable -Name $WebhookVariableName) } else { '' }
if ($WebhookVariableName -and $webhook -notlike 'https://*') {
    throw "The variable '$WebhookVariableName' holds no https address of a webhook."
}

# Names may be anything, and a hashtable of PowerShell's takes no account of case.
$remembered = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::Ordinal)
$text = [string] (Get-AutomationVariable -Name $VariableName)
$isFirstRun = -not $text.Trim()
if (-not $isFirstRun) {
    try {
        foreach ($entry in @(ConvertFrom-Json -InputObject $text | ForEach-Object -Process { $_ })) {
            $remembered[$entry.Interconnect] = $entry.State
        }
    }
    catch {
        throw "The variable '$VariableName' holds something else than the states of interconnects: empty it, and the next run begins anew."
    }
}

# Jobs may share a process: the connection is this job's own, and ends with it.
$connection = if ($AssetType -eq 'Connection') { Connect-Cni -NoDefault -Connection $asset } else { Connect-Cni -NoDefault -Credential $asset }
try {
    $interconnects = @(Get-CniInterconnect -Connection $connection)
    $statuses = @($interconnects | Get-CniInterconnectStatus -Connection $connection -ErrorAction Continue)
}
finally {
    Disconnect-Cni -Connection $connection
}

$current = [System.Collections.Generic.SortedDictionary[string, string]]::new([System.StringComparer]::Ordinal)
$changes = @(foreach ($interconnect in $interconnects) {
        $name = $interconnect.Name
        $status = $statuses | Where-Object -Property Interconnect -CEQ -Value $name
        $from = if ($remembered.ContainsKey($name)) { $remembered[$name] } else { $null }
        if (-not $status) {
            if ($from) {
                $current[$name] = $from
            }

            continue
        }

        $current[$name] = $status.State
        if ($status.State -ne $from) {
            [pscustomobject] @{ Interconnect = $name; From = $from; To = $status.State; Reason = $status.Reason; CheckedAt = $status.CheckedAt }
        }
    }
    foreach ($name in $remembered.Keys) {
        if (@($interconnects | ForEach-Object -MemberName Name) -cnotcontains $name) {
            [pscustomobject] @{ Interconnect = $name; From = $remembered[$name]; To = $null; Reason = 'The interconnect is no longer there.'; CheckedAt = $null }
        }
    })

if ($isFirstRun) {
    "The first run: the states of $($current.Count) interconnects are remembered, and the next run tells what has changed."
}
elseif ($changes.Count -eq 0) {
    "No change: $($current.Count) interconnects are as they were."
}
else {
    $changes
    $lines = @(foreach ($change in $changes) {
            $reason = if ($change.Reason) { ": $($change.Reason)" } else { '' }
            if (-not $change.From) { "Interconnect $($change.Interconnect) is new, and $($change.To)$reason" }
            elseif (-not $change.To) { "Interconnect $($change.Interconnect) was $($change.From), and is gone" }
            else { "Interconnect $($change.Interconnect) was $($change.From) and is $($change.To)$reason" }
        })
    foreach ($line in $lines) {
        Write-Warning -Message $line
    }

    if ($webhook) {
        $told = @(foreach ($change in $changes) { @{ Interconnect = $change.Interconnect; From = $change.From; To = $change.To; Reason = $change.Reason } })
        $body = ConvertTo-Json -InputObject @{ text = $lines -join "`n"; changes = $told } -Depth 3 -Compress
        try {
            $null = Invoke-RestMethod -Method Post -Uri $webhook -ContentType 'application/json; charset=utf-8' -Body ([System.Text.Encoding]::UTF8.GetBytes($body)) -TimeoutSec 30 -Verbose:$false
        }
        catch {
            # The address is a secret, and the next run tells the changes again.
            throw "The webhook of the variable '$WebhookVariableName' did not take the changes, and the next run sends them again: $($_.Exception.Message.Replace($webhook, '***'))"
        }
    }
}

$states = @(foreach ($name in $current.Keys) { @{ Interconnect = $name; State = $current[$name] } })
Set-AutomationVariable -Name $VariableName -Value (ConvertTo-Json -InputObject $states -Compress)
