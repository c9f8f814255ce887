BeforeDiscovery {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $module = if ($env:CNI_MODULE_PATH) { $env:CNI_MODULE_PATH } else { Join-Path (Join-Path (Join-Path $root 'artifacts') 'module') 'CloudflareCni.PowerShell' }
    $builds = if ($PSEdition -eq 'Core') { 'net8.0', 'netstandard2.0' } else { 'netstandard2.0' }
    $script:Files = @(
        foreach ($build in $builds) {
            foreach ($file in Get-ChildItem -Path (Join-Path (Join-Path $module $build) 'Dependencies') -Filter *.dll) {
                foreach ($damage in 'missing', 'truncated', 'zeros') {
                    @{ Build = $build; File = $file.Name; Damage = $damage }
                }
            }
        }
    )
    $script:Builds = @($builds | ForEach-Object { @{ Build = $_ } })
    $script:ThreadJobs = [bool] (Get-Command -Name Start-ThreadJob -ErrorAction SilentlyContinue)
    $script:Parallel = $PSVersionTable.PSVersion.Major -ge 7
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')

    # Creates a copy of the module in a new folder.
    function Copy-Module {
        $parent = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
        $null = New-Item -ItemType Directory -Path $parent
        Copy-Item -LiteralPath $ModulePath -Destination $parent -Recurse
        Join-Path $parent 'CloudflareCni.PowerShell'
    }

    function Get-Damage {
        param([string] $Path, [string] $Damage)

        switch ($Damage) {
            'missing' { "Remove-Item -LiteralPath '$Path'" }
            'truncated' { "[System.IO.File]::WriteAllBytes('$Path', [byte[]] [System.IO.File]::ReadAllBytes('$Path')[0..2999])" }
            'zeros' { "[System.IO.File]::WriteAllBytes('$Path', [byte[]]::new(4096))" }
        }
    }
}

Describe 'A missing or damaged file of the module' {
    # In a separate process, because the process could crash.
    It 'is reported by the import, with the advice to reinstall: <Build>' -TestCases $script:Builds {
        $copy = Copy-Module
        $import = Join-Path (Join-Path $copy $Build) 'CloudflareCni.PowerShell.dll'
        $lines = foreach ($case in Get-ChildItem -Path (Join-Path (Join-Path $copy $Build) 'Dependencies') -Filter *.dll) {
            foreach ($damage in 'missing', 'truncated', 'zeros') {
                "`$bytes = [System.IO.File]::ReadAllBytes('$($case.FullName)')"
                Get-Damage -Path $case.FullName -Damage $damage
                "try { Import-Module -Name '$import'; 'imported: $damage $($case.Name)' } catch { `$_.FullyQualifiedErrorId + ' ' + `$_ }"
                "[System.IO.File]::WriteAllBytes('$($case.FullName)', `$bytes)"
            }
        }
        $run = Invoke-OtherPowerShell -Script ("`$ErrorActionPreference = 'Stop'`n" + ($lines -join "`n")) -AsFile
        $run.ExitCode | Should -Be 0 -Because $run.Errors
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $said = @($run.Output.Replace("`r", '').Trim() -split "`n")
        $expected = @(Get-ChildItem -Path (Join-Path (Join-Path $copy $Build) 'Dependencies') -Filter *.dll | ForEach-Object { $_.Name, $_.Name, $_.Name })
        $said.Count | Should -Be $expected.Count
        for ($i = 0; $i -lt $said.Count; $i++) {
            $said[$i] | Should -Match ("^CniModuleUnusable,.*{0}.*(missing|damaged).*Reinstall CloudflareCni\.PowerShell" -f [regex]::Escape($expected[$i]))
        }
    }

    It 'is reported by the command that needs it if it was removed after the import: <Build> <Damage> <File>' -TestCases @(
        # PowerShell 7 already contains the files that the Desktop build needs on .NET Framework. The smoke test on Mono covers those.
        $script:Files | Where-Object { $_.File -match '^(CloudflareCni|RestSharp|Polly)\b' -and ($_.Damage -eq 'missing' -or ($_.Damage -eq 'truncated' -and $_.File -match '^(CloudflareCni\.Client|RestSharp)')) }
    ) {
        $copy = Copy-Module
        $import = Join-Path (Join-Path $copy $Build) 'CloudflareCni.PowerShell.dll'
        $path = Join-Path (Join-Path (Join-Path $copy $Build) 'Dependencies') $File
        $script = @"
Import-Module -Name '$import' -WarningAction SilentlyContinue
$(Get-Damage -Path $path -Damage $Damage)
try { `$null = Connect-Cni -Sandbox -ErrorAction Stop; `$null = Get-CniSlot -ErrorAction Stop; 'works' } catch { `$_.FullyQualifiedErrorId + ' ' + `$_ }
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.ExitCode | Should -Be 0 -Because $run.Errors
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Match ("^CniModuleUnusable,.*{0}.*Reinstall" -f [regex]::Escape($File))
    }

    It 'is reported by PowerShell if the module cannot start without it: <File>' -TestCases @(
        @{ File = 'CloudflareCni.dll' }
        @{ File = 'CloudflareCni.PowerShell.dll' }
    ) {
        $copy = Copy-Module
        $build = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
        Remove-Item -LiteralPath (Join-Path (Join-Path $copy $build) $File)
        $run = Invoke-OtherPowerShell -Script "try { Import-Module -Name '$(Join-Path $copy 'CloudflareCni.PowerShell.psd1')' -ErrorAction Stop } catch { [string] `$_ }" -AsFile
        $run.ExitCode | Should -Be 0 -Because $run.Errors
        $run.Output | Should -Match ([regex]::Escape([System.IO.Path]::GetFileNameWithoutExtension($File)))
    }
}

Describe 'A second copy of the module in one session' {
    It 'loads without an error: <Name>' -TestCases @(
        @{ Name = 'beside the first'; Between = '' }
        @{ Name = 'after Remove-Module'; Between = 'Remove-Module -Name CloudflareCni.PowerShell' }
        @{ Name = 'by -Force'; Between = '$force = $true' }
        @{ Name = 'after the DLL alone'; Between = 'Remove-Module -Name CloudflareCni.PowerShell; Import-Module -Name $first.Path' }
    ) {
        $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
        $script = @"
`$ErrorActionPreference = 'Stop'
`$force = `$false
`$first = Import-Module -Name '$ManifestPath' -PassThru
`$null = Connect-Cni -Sandbox
$Between
Import-Module -Name '$second' -Force:`$force -WarningVariable warnings
`$null = Connect-Cni -Sandbox
'{0} {1} {2}' -f @(CloudflareCni.PowerShell\Get-CniSlot).Count, (Get-Cni)[0].ConduitName, `$warnings.Count
(Get-Cni | Out-String) -match 'ConduitName +CustIp'
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        ($run.Output -replace '\s+', ' ').Trim() | Should -Be '48 core-primary 0 True'
    }

    It 'loads in a second runspace in addition to the first copy' {
        $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
        $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module -Name '$ManifestPath'
`$shell = [powershell]::Create()
`$null = `$shell.AddScript("Import-Module -Name '$second'; ```$null = Connect-Cni -Sandbox; (Get-CniInterconnect)[0].FacilityName")
`$shell.Invoke()
`$shell.Streams.Error.Count
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        ($run.Output -replace '\s+', ' ').Trim() | Should -Match '^\S.* 0$'
    }

    It 'with another version and the code of the first copy asks for a new session: <Between>' -TestCases @(
        @{ Between = '' }
        @{ Between = 'Remove-Module -Name CloudflareCni.PowerShell' }
    ) {
        $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
        $version = [regex]::Escape((Get-Module -Name CloudflareCni.PowerShell).Version.ToString())
        $text = [System.IO.File]::ReadAllText($second) -replace "(ModuleVersion\s*=\s*)'$version'", "`$1'99.0.0'"
        [System.IO.File]::WriteAllText($second, $text)
        $script = @"
Import-Module -Name '$ManifestPath'
$Between
Import-Module -Name '$second'
try { `$null = Connect-Cni -Sandbox; 'works' } catch { `$_.FullyQualifiedErrorId + ' ' + `$_ }
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Match '^CniModuleUnusable,.*99\.0\.0.*Start a new PowerShell session'
    }
}

Describe 'The DLL alone, from (Get-Module CloudflareCni.PowerShell).Path' {
    BeforeAll {
        $script:Dll = (Get-Module -Name CloudflareCni.PowerShell).Path

        # Without views and flattened members, the columns of the table differ and ConduitName is empty.
        $script:Look = '$null = Connect-Cni -Sandbox; $text = Get-Cni | Out-String; ($text -match "ConduitName +CustIp +P2pIp +MTU") -and ($text -match "core-primary")'
    }

    It 'is the path of a DLL' {
        $Dll | Should -BeLike '*CloudflareCni.PowerShell.dll'
    }

    It 'works completely in a new session, also before the manifest' {
        $script = "Import-Module -Name '$Dll' -WarningVariable w; $Look; Import-Module -Name '$ManifestPath'; $Look; `$w.Count"
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        ($run.Output -replace '\s+', ' ').Trim() | Should -Be 'True True 0'
    }

    It 'works completely if $WhatIfPreference is set' {
        $run = Invoke-OtherPowerShell -Script "Import-Module -Name '$Dll'; `$WhatIfPreference = `$true; $Look" -AsFile
        $run.Output.Trim() | Should -Be 'True'
    }

    It 'works completely in a job' {
        Start-Job -ScriptBlock { Import-Module -Name $args[0]; & ([scriptblock]::Create($args[1])) } -ArgumentList $Dll, $Look | Receive-Job -Wait -AutoRemoveJob | Should -BeTrue
    }

    It 'works completely in a thread job (skipped without Start-ThreadJob)' -Skip:(-not $script:ThreadJobs) {
        Start-ThreadJob -ScriptBlock { Import-Module -Name $args[0]; & ([scriptblock]::Create($args[1])) } -ArgumentList $Dll, $Look | Receive-Job -Wait -AutoRemoveJob | Should -BeTrue
    }

    It 'works completely in ForEach-Object -Parallel (skipped before PowerShell 7)' -Skip:(-not $script:Parallel) {
        $script = @"
`$dll = '$Dll'; `$look = '$Look'
1..3 | ForEach-Object -Parallel { Import-Module -Name `$using:dll; Invoke-Expression `$using:look }
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        ($run.Output -replace '\s+', ' ').Trim() | Should -Be 'True True True'
    }

    It 'writes a warning with the path of the manifest if its views are missing' {
        $copy = Copy-Module
        Remove-Item -LiteralPath (Join-Path $copy 'CloudflareCni.PowerShell.Format.ps1xml')
        $dll = $Dll.Replace($ModulePath, $copy)
        $run = Invoke-OtherPowerShell -Script "Import-Module -Name '$dll'; `$null = Connect-Cni -Sandbox -WarningVariable w -WarningAction SilentlyContinue; [string] `$w; (Get-Cni)[0].ConduitName" -AsFile
        $run.Output | Should -Match 'Only the DLL of CloudflareCni\.PowerShell was imported.*CloudflareCni\.PowerShell\.psd1'
        $run.Output | Should -Match 'core-primary'
    }
}
