# Runs in the session of the Shell before anything else. PowerShell would ignore an error here.
& {
    $ErrorActionPreference = 'Stop'
    try {
        Import-Module -Name $env:CNI_SHELL_MODULE -Global
        if ($env:CNI_SHELL_SANDBOX) {
            $null = Connect-Cni -Sandbox
        }

        if ($env:CNI_SHELL_INTERACTIVE) {
            # With a configuration file, pwsh leaves it out.
            Import-Module -Name PSReadLine -Global
            Set-PSReadLineKeyHandler -Chord Tab, 'Ctrl+Spacebar', 'Ctrl+@' -Function MenuComplete
            $connection = Get-CniConnection
            $state = if ($connection.IsSandbox) { 'Connected to a sandbox in memory: nothing reaches Cloudflare or costs money. It ends with this session.' }
            elseif ($connection) { "Connected to $($connection.BaseUri.Host) by the environment, account $($connection.AccountId). Changes are real." }
            else { 'Not connected: set CLOUDFLARE_API_TOKEN, or use Connect-Cni.' }
            Write-Host "$state`nTo list the cmdlets, use Get-Command -Module CloudflareCni.PowerShell. To leave, use exit."
        }
    }
    catch {
        [Console]::Error.WriteLine("The module can't be used: $_ Run dotnet build, or correct the environment variables that start with CLOUDFLARE_.")
        [Environment]::Exit(70)
    }
    finally {
        Remove-Item -Path Env:CNI_SHELL_*
    }
}
