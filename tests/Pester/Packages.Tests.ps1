BeforeDiscovery {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $found = @(Get-ChildItem -Path (Join-Path (Join-Path $root 'artifacts') 'packages') -Include 'CloudflareCni.PowerShell*.zip', 'CloudflareCni.PowerShell*.nupkg' -Recurse -ErrorAction SilentlyContinue)
    $script:Cases = @($found | ForEach-Object { @{ Package = $_.FullName; Name = $_.Directory.Name + '/' + $_.Name } })
    $script:Gallery = @($script:Cases | Where-Object { $_.Name -like '*.nupkg' })
    $script:ResourceGet = [bool] (Get-Module -ListAvailable -Name Microsoft.PowerShell.PSResourceGet)
}

Describe 'A package' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')

        # Gets the script that imports a module from a folder in a new PowerShell.
        function Get-UseLine {
            param([string] $Path)
            "`$m = Import-Module -Name '{0}' -PassThru; `$null = Connect-Cni -Sandbox; '{{0}} {{1}}' -f `$m.ModuleBase, @(Get-CniSlot).Count" -f $Path.Replace("'", "''")
        }
    }

    It 'exists' -TestCases @(@{ Count = $script:Cases.Count }) {
        $Count | Should -BeGreaterThan 0 -Because 'every build makes the packages: run dotnet build first'
    }

    It 'can be unpacked, imported and used in a new PowerShell: <Name>' -TestCases $script:Cases {
        $folder = Join-Path (Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))) 'CloudflareCni.PowerShell'
        $target = if ($Package -like '*.zip') { Split-Path -Parent $folder } else { $folder }
        $zip = Join-Path $TestDrive 'package.zip'
        Copy-Item -LiteralPath $Package -Destination $zip -Force
        Expand-Archive -LiteralPath $zip -DestinationPath $target

        $manifest = Join-Path $folder 'CloudflareCni.PowerShell.psd1'
        (Test-ModuleManifest -Path $manifest -WarningVariable warnings).ReleaseNotes | Should -Not -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $run = Invoke-OtherPowerShell -Script (Get-UseLine -Path $manifest)
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Be "$folder 48"
    }

    It 'can be installed from a repository with Install-PSResource (skipped without PSResourceGet): <Name>' -TestCases $script:Gallery -Skip:(-not $script:ResourceGet) {
        $feed = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $target = Join-Path $feed 'installed'
        $null = New-Item -ItemType Directory -Path $target
        $repository = 'CniTest-' + [guid]::NewGuid().ToString('N')
        Register-PSResourceRepository -Name $repository -Uri $feed -Trusted -Force
        try {
            Publish-PSResource -NupkgPath $Package -Repository $repository
            Save-PSResource -Name CloudflareCni.PowerShell -Repository $repository -Path $target -TrustRepository
            $manifest = (Get-ChildItem -Path $target -Filter CloudflareCni.PowerShell.psd1 -Recurse).FullName
            (Invoke-OtherPowerShell -Script (Get-UseLine -Path $manifest)).Output.Trim() | Should -Be "$(Split-Path -Parent $manifest) 48"
        }
        finally {
            Unregister-PSResourceRepository -Name $repository
        }
    }
}
