<#
.SYNOPSIS
    Azure Automation runbook: reports when an interconnect's state changes.

.DESCRIPTION
    Compares the states of all interconnects with the states of the last run, which it keeps in an Automation variable. Each change is an object and a
    warning: a different state, a new interconnect, or one that was removed. If you specify a webhook, the changes are also sent there, in one request. The
    first run only saves the states.

    If a state can't be read, the runbook writes an error, keeps the saved state, and continues with the other interconnects. The states are saved after
    the webhook accepts the changes. If it doesn't, the next run sends them again, so each change is reported at least once.

    The runbook changes nothing at Cloudflare, and writes only to Output, Warning and Error.

.PARAMETER VariableName
    The Automation variable that keeps the states. Its type is String, and it's empty before the first run.

.PARAMETER WebhookVariableName
    The Automation variable that contains the HTTPS address of a webhook. Without it, nothing is sent. The address is a secret, so encrypt the variable.
    The body is JSON: text, and changes with Interconnect, From, To and Reason.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.EXAMPLE
    ./Watch-CniState.ps1 -VariableName CniStates -WebhookVariableName CniWebhook

    Reports what has changed since the last run, in the job's output and to the webhook.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. A token with read permission is enough. Run one job at a time.
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
    throw "The Automation account has no $AssetType asset '$AssetName'. Create it, or use -AssetName to specify the asset that contains the API token."
}

$webhook = if ($WebhookVariableName) { [string] (Get-AutomationVariable -Name $WebhookVariableName) } else { '' }
if ($WebhookVariableName -and $webhook -notlike 'https://*') {
    throw "The variable '$WebhookVariableName' doesn't contain the HTTPS address of a webhook."
}

# Names are case-sensitive, and a PowerShell hashtable isn't.
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
        throw "The variable '$VariableName' doesn't contain the states of interconnects. Clear it to start over."
    }
}

# Jobs can share a process, so the connection is this job's own and ends with it.
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
            [pscustomobject] @{ Interconnect = $name; From = $remembered[$name]; To = $null; Reason = 'The interconnect no longer exists.'; CheckedAt = $null }
        }
    })

if ($isFirstRun) {
    "First run: saved the states of $($current.Count) interconnects. The next run reports what has changed."
}
elseif ($changes.Count -eq 0) {
    "No change in $($current.Count) interconnects."
}
else {
    $changes
    $lines = @(foreach ($change in $changes) {
            $reason = if ($change.Reason) { ": $($change.Reason)" } else { '' }
            if (-not $change.From) { "Interconnect $($change.Interconnect) is new. It is $($change.To)$reason" }
            elseif (-not $change.To) { "Interconnect $($change.Interconnect) was $($change.From) and no longer exists" }
            else { "Interconnect $($change.Interconnect) was $($change.From) and is $($change.To)$reason" }
        })
    foreach ($line in $lines) {
        Write-Warning -Message $line
    }

    if ($webhook) {
        $details = @(foreach ($change in $changes) { @{ Interconnect = $change.Interconnect; From = $change.From; To = $change.To; Reason = $change.Reason } })
        $body = ConvertTo-Json -InputObject @{ text = $lines -join "`n"; changes = $details } -Depth 3 -Compress
        try {
            $null = Invoke-RestMethod -Method Post -Uri $webhook -ContentType 'application/json; charset=utf-8' -Body ([System.Text.Encoding]::UTF8.GetBytes($body)) -TimeoutSec 30 -Verbose:$false
        }
        catch {
            # The address is a secret. The next run reports the changes again.
            throw "The webhook in the variable '$WebhookVariableName' didn't accept the changes, so the next run sends them again: $($_.Exception.Message.Replace($webhook, '***'))"
        }
    }
}

$states = @(foreach ($name in $current.Keys) { @{ Interconnect = $name; State = $current[$name] } })
Set-AutomationVariable -Name $VariableName -Value (ConvertTo-Json -InputObject $states -Compress)
