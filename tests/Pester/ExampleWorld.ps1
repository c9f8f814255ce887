# What there is before an example runs. Pester runs each example in a runspace of its own.
# A reader has the module installed, is connected to the sandbox and answers questions with yes; for the parts of Azure and of vaults there are stand-ins.
param([string] $Manifest, [string] $Folder)

$env:PSModulePath = [System.IO.Path]::GetFullPath("$Manifest/../..") + [System.IO.Path]::PathSeparator + $env:PSModulePath
Import-Module -Name $Manifest
$ExecutionContext.SessionState.Path.SetLocation($Folder)
$ConfirmPreference = 'None'

# What reaches for the real API gets a sandbox on this machine instead.
$served = Start-CniSandbox -ReadyAfterSec 0
$env:CLOUDFLARE_BASE_URL = $served.BaseUri.AbsoluteUri
$PSDefaultParameterValues = @{ 'Connect-Cni:BaseUri' = $served.BaseUri.AbsoluteUri }
Connect-Cni -Sandbox

# Without parameters of their own they take any.
$standIns = @{
    'Read-Host'                  = { [System.Net.NetworkCredential]::new('', 'practice').SecurePassword }
    'Get-Secret'                 = { [System.Net.NetworkCredential]::new('', 'practice').SecurePassword }
    'Connect-AzAccount'          = { 'connected' }
    'Get-AzKeyVaultSecret'       = { [pscustomobject] @{ SecretValue = [System.Net.NetworkCredential]::new('', 'practice').SecurePassword } }
    'Get-AutomationPSCredential' = { [pscredential]::new('5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20', [System.Net.NetworkCredential]::new('', 'practice').SecurePassword) }
    'Get-AutomationConnection'   = { @{ AccountId = '5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20'; ApiToken = 'practice' } }
}
foreach ($name in $standIns.Keys) {
    $ExecutionContext.SessionState.PSVariable.Set('function:' + $name, $standIns[$name])
}
