<#
.SYNOPSIS
    Azure Automation runbook: collects the Letters of Authorization of all physical interconnects in a folder.

.DESCRIPTION
    Saves the Letter of Authorization (LOA) of each physical interconnect whose file is not in the folder yet, as <interconnect>.pdf. What is there is
    neither asked for again nor overwritten, unless -Force is $true. A GCP partner interconnect has no LOA and is skipped. One that can't be saved is an
    error and does not stop the others; the next run tries it again.

    Writes one object for each interconnect: Saved, Kept, Skipped or Failed, with the file. It changes nothing at Cloudflare, and writes to Output,
    Warning and Error only.

.PARAMETER Path
    The folder, which is made when it is missing. Use one that stays: a share or disk of a Hybrid Runbook Worker. The disk of an Azure sandbox is gone
    after the job.

.PARAMETER CustomerName
    The name to print on the letters in place of the account's.

.PARAMETER Force
    Asks for all letters again and overwrites the files.

.PARAMETER AssetName
    The name of the asset of the Automation account that holds the API token.

.PARAMETER AssetType
    Credential: user name is the account ID, password is the API token. Connection: of the type CloudflareCni.PowerShell, which comes with the module.

.EXAMPLE
    ./Save-CniMissingLoa.ps1 -Path //files.example.com/loa

    Saves the letters that the folder lacks.

.NOTES
    Windows PowerShell 5.1, and PowerShell 7.4 and later. The token needs to read only.
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
    throw "The Automation account has no $AssetType asset '$AssetName': create it, or give the name of the one that holds the API token as -AssetName."
}

$folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$options = @{}
if ($CustomerName) {
    $options.CustomerName = $CustomerName
}

# Jobs may share a process: the connection is this job's own, and ends with it.
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
    Write-Warning -Message "The LOA of interconnect $($failed.Interconnect) could not be saved: see the errors of this job. The next run tries again."
}
