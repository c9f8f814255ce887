<#
.SYNOPSIS
    Azure Automation runbook: collects the Letters of Authorization of all physical interconnects in a folder.

.DESCRIPTION
    Saves the Letter of Authorization (LOA) of each physical interconnect as <interconnect>.pdf, unless the folder already has that file. Existing files
    are neither requested nor replaced, unless -Force is $true. GCP partner interconnects don't have an LOA, so they're skipped. If an LOA can't be
    saved, the runbook writes an error and continues with the others, and the next run retries it.

    Returns one object for each interconnect: Saved, Kept, Skipped or Failed, with the file. It changes nothing at Cloudflare, and writes only to
    Output, Warning and Error.

.PARAMETER Path
    The folder. It's created if it doesn't exist. Use one that outlives the job: a share, or a disk of a Hybrid Runbook Worker. The disk of an Azure
    sandbox is deleted after the job.

.PARAMETER CustomerName
    The customer name to print on the letters instead of the account's name.

.PARAMETER Force
    Requests all letters again and replaces the files.

.PARAMETER AssetName
    The Automation asset that contains the API token.

.PARAMETER AssetType
    Credential: the user name is the account ID, and the password is the API token. Connection: an asset of the type CloudflareCni.PowerShell, which
    comes with the module.

.EXAMPLE
    ./Save-CniMissingLoa.ps1 -Path //files.example.com/loa

    Saves the letters that aren't in the folder yet.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. A token with read permission is enough.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [string] $CustomerName,

    [bool] $Force = $false,

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

$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$options = @{}
if ($CustomerName) {
    $options.CustomerName = $CustomerName
}

# Jobs can share a process, so the connection is this job's own and ends with it.
$connection = if ($AssetType -eq 'Connection') { Connect-Cni -NoDefault -Connection $asset } else { Connect-Cni -NoDefault -Credential $asset }
try {
    $report = @(foreach ($interconnect in @(Get-CniInterconnect -Connection $connection)) {
            $result = 'Skipped'
            $file = $null
            if ($interconnect.Kind -eq 'Physical') {
                $file = [System.IO.Path]::Combine($folder, [CloudflareCni.LoaFileName]::For($interconnect.Name))
                $result = 'Kept'
                if ($Force -or -not [System.IO.File]::Exists($file)) {
                    $saved = $interconnect | Save-CniLoa -LiteralPath $file -Force:$Force @options -Connection $connection -ErrorAction Continue
                    $result = if ($saved) { 'Saved' } else { 'Failed' }
                }
            }

            [pscustomobject] @{ Interconnect = $interconnect.Name; Result = $result; File = $file }
        })
}
finally {
    Disconnect-Cni -Connection $connection
}

$report
$sum = @(foreach ($result in 'Saved', 'Kept', 'Skipped', 'Failed') { "$(@($report | Where-Object -Property Result -EQ -Value $result).Count) $($result.ToLowerInvariant())" })
"$($report.Count) interconnects: $($sum -join ', ')."
foreach ($failed in @($report | Where-Object -Property Result -EQ -Value 'Failed')) {
    Write-Warning -Message "The LOA of interconnect $($failed.Interconnect) couldn't be saved. See the errors of this job. The next run retries it."
}
