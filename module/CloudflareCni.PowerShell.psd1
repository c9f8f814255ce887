@{
    # The manifest selects the build for PowerShell 7.4 and later (Core) or for Windows PowerShell 5.1 (Desktop).
    RootModule             = if ($PSEdition -eq 'Core') { 'net8.0/CloudflareCni.PowerShell.dll' } else { 'netstandard2.0/CloudflareCni.PowerShell.dll' }
    PowerShellVersion      = if ($PSEdition -eq 'Core') { '7.4' } else { '5.1' }
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')

    ModuleVersion          = '{version}'
    GUID                   = 'c3c1b2a5-6d0f-4b4e-9f57-0c8f6a1d2e43'
    Author                 = '{author}'
    CompanyName            = '{author}'
    Copyright              = '{copyright}'
    Description            = 'Manages Cloudflare Network Interconnect (CNI): slots, interconnects, letters of authorization, CNIs and settings. Includes a sandbox to practice in.'

    FormatsToProcess       = @('CloudflareCni.PowerShell.Format.ps1xml')

    CmdletsToExport        = @(
        'Compare-CniConfiguration'
        'Connect-Cni'
        'ConvertTo-CniDiagram'
        'Disconnect-Cni'
        'Export-CniConfiguration'
        'Export-CniReport'
        'Export-CniSupportBundle'
        'Get-Cni'
        'Get-CniAccount'
        'Get-CniCircuit'
        'Get-CniConnection'
        'Get-CniInterconnect'
        'Get-CniInterconnectStatus'
        'Get-CniLoaName'
        'Get-CniMagicInterconnect'
        'Get-CniMagicRoute'
        'Get-CniNextStep'
        'Get-CniRouterConfiguration'
        'Get-CniSettings'
        'Get-CniSlot'
        'Import-CniConfiguration'
        'New-Cni'
        'New-CniInterconnect'
        'Remove-Cni'
        'Remove-CniInterconnect'
        'Save-CniLoa'
        'Save-CniRouterConfiguration'
        'Set-Cni'
        'Set-CniSettings'
        'Start-CniSandbox'
        'Stop-CniSandbox'
        'Test-CniConfiguration'
        'Test-CniConnection'
        'Test-CniResiliency'
        'Wait-CniInterconnect'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()

    PrivateData            = @{
        PSData = @{
            Tags         = @('Cloudflare', 'CNI', 'Interconnect', 'Network', 'BGP', 'MagicTransit', 'MagicWAN', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ProjectUri   = '{repository}'
            LicenseUri   = '{repository}/blob/main/LICENSE'
            ReleaseNotes = '{releaseNotes}'
        }
    }
}
