# The environment of an example. Pester runs each example in a separate runspace.
# The module is installed and connected to the sandbox, and prompts are answered with yes. The functions below replace cmdlets of Azure and vaults.
param([string] $Manifest, [string] $Folder)

$env:PSModulePath = [System.IO.Path]::GetFullPath("$Manifest/../..") + [System.IO.Path]::PathSeparator + $env:PSModulePath
Import-Module -Name $Manifest
$ExecutionContext.SessionState.Path.SetLocation($Folder)
$ConfirmPreference = 'None'

# Commands for the real API connect to a sandbox on this computer instead.
$served = Start-CniSandbox -ReadyAfterSec 0
$env:CLOUDFLARE_BASE_URL = $served.BaseUri.AbsoluteUri
$PSDefaultParameterValues = @{ 'Connect-Cni:BaseUri' = $served.BaseUri.AbsoluteUri }
Connect-Cni -Sandbox

# Without a parameter block, they accept all parameters.
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
