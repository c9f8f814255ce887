# Runs first in the session of the shell. PowerShell would ignore an error here.
& {
    $ErrorActionPreference = 'Stop'
    try {
        Import-Module -Name $env:CNI_SHELL_MODULE -Global
        if ($env:CNI_SHELL_SANDBOX) {
            $null = Connect-Cni -Sandbox
        }

        if ($env:CNI_SHELL_INTERACTIVE) {
            # pwsh doesn't import it if there is a configuration file.
            Import-Module -Name PSReadLine -Global
            Set-PSReadLineKeyHandler -Chord Tab, 'Ctrl+Spacebar', 'Ctrl+@' -Function MenuComplete
            $connection = Get-CniConnection
            $state = if ($connection.IsSandbox) { 'Connected to a sandbox in memory. Nothing is sent to Cloudflare, and nothing costs money. The sandbox ends with this session.' }
            elseif ($connection) { "Connected to $($connection.BaseUri.Host), account $($connection.AccountId), with the environment variables. Changes are real." }
            else { 'Not connected. Set CLOUDFLARE_API_TOKEN, or use Connect-Cni.' }
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
