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

    # Runs scripts in one new PowerShell, each in a session of its own, and returns the output of each. Errors are part of the output.
    function Invoke-Session {
        param([string[]] $Script)

        $texts = foreach ($one in $Script) { "'" + $one.Replace("'", "''") + "'" }
        $run = Invoke-OtherPowerShell -AsFile -Script @"
`$outputs = foreach (`$text in $($texts -join ",`n")) {
    `$runspace = [runspacefactory]::CreateRunspace(`$Host)
    `$runspace.Open()
    `$shell = [powershell]::Create()
    `$shell.Runspace = `$runspace
    try { `$lines = @(`$shell.AddScript(`$text).Invoke()) } catch { `$lines = @("error: `$_") }
    `$lines += @(`$shell.Streams.Error | ForEach-Object { "error: `$_" })
    `$shell.Dispose()
    `$runspace.Dispose()
    (`$lines -join ' ').Trim()
}
'outputs:' + (ConvertTo-Json -InputObject @(`$outputs) -Compress)
"@
        $json = [regex]::Match($run.Output, '(?m)^outputs:(.*)$').Groups[1].Value
        if ($run.ExitCode -ne 0 -or -not $json) {
            throw "The other PowerShell ended with exit code $($run.ExitCode): $($run.Output)$($run.Errors)"
        }

        $outputs = ConvertFrom-Json -InputObject $json
        $outputs
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
        # Each case needs a process, so PowerShell 7 tests the Desktop build, which it never imports by itself, with the client alone.
        $script:Files | Where-Object { $_.File -match '^(CloudflareCni|RestSharp|Polly)\b' -and ($_.Damage -eq 'missing' -or ($_.Damage -eq 'truncated' -and $_.File -match '^(CloudflareCni\.Client|RestSharp)')) } |
            Where-Object { $PSEdition -eq 'Desktop' -or $_.Build -eq 'net8.0' -or $_.File -eq 'CloudflareCni.Client.dll' }
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

    It 'is reported by PowerShell if the module cannot start without it' {
        $build = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }
        # In this order, because a session doesn't load the first DLL again.
        $files = 'CloudflareCni.PowerShell.dll', 'CloudflareCni.dll'
        $said = Invoke-Session -Script @(
            foreach ($file in $files) {
                $copy = Copy-Module
                Remove-Item -LiteralPath (Join-Path (Join-Path $copy $build) $file)
                "try { Import-Module -Name '$(Join-Path $copy 'CloudflareCni.PowerShell.psd1')' -ErrorAction Stop } catch { [string] `$_ }"
            }
        )
        $said[0] | Should -Match ([regex]::Escape('CloudflareCni.PowerShell'))
        $said[1] | Should -Match ([regex]::Escape('CloudflareCni'))
    }
}

Describe 'A second copy of the module in one session' {
    BeforeAll {
        # Each creates another copy. The code of the first one stays in the process.
        function Get-SecondCopyScript {
            param([string] $Between)

            $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
            @"
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
        }

        function Get-OtherVersionScript {
            param([string] $Between)

            $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
            $version = [regex]::Escape((Get-Module -Name CloudflareCni.PowerShell).Version.ToString())
            $text = [System.IO.File]::ReadAllText($second) -replace "(ModuleVersion\s*=\s*)'$version'", "`$1'99.0.0'"
            [System.IO.File]::WriteAllText($second, $text)
            @"
Import-Module -Name '$ManifestPath'
$Between
Import-Module -Name '$second'
try { `$null = Connect-Cni -Sandbox; 'works' } catch { `$_.FullyQualifiedErrorId + ' ' + `$_ }
"@
        }

        $script:Said = @{}
        $scripts = [ordered] @{
            'beside the first'                = Get-SecondCopyScript
            'after Remove-Module'             = Get-SecondCopyScript -Between 'Remove-Module -Name CloudflareCni.PowerShell'
            'by -Force'                       = Get-SecondCopyScript -Between '$force = $true'
            'after the DLL alone'             = Get-SecondCopyScript -Between 'Remove-Module -Name CloudflareCni.PowerShell; Import-Module -Name $first.Path'
            'another version'                 = Get-OtherVersionScript
            'another version after the first' = Get-OtherVersionScript -Between 'Remove-Module -Name CloudflareCni.PowerShell'
        }
        $outputs = Invoke-Session -Script @($scripts.Values)
        $names = @($scripts.Keys)
        for ($i = 0; $i -lt $names.Count; $i++) {
            $Said[$names[$i]] = $outputs[$i]
        }
    }

    It 'loads without an error: <Name>' -TestCases @(
        @{ Name = 'beside the first' }
        @{ Name = 'after Remove-Module' }
        @{ Name = 'by -Force' }
        @{ Name = 'after the DLL alone' }
    ) {
        $Said[$Name] | Should -Be '48 core-primary 0 True'
    }

    It 'loads in a second runspace in addition to the first copy' {
        $second = Join-Path (Copy-Module) 'CloudflareCni.PowerShell.psd1'
        $said = Invoke-Session -Script "Import-Module -Name '$ManifestPath'", "Import-Module -Name '$second'; `$null = Connect-Cni -Sandbox; (Get-CniInterconnect)[0].FacilityName"
        $said[0] | Should -BeNullOrEmpty
        $said[1] | Should -Match '^(?!error:)\S'
    }

    It 'with another version and the code of the first copy asks for a new session: <Name>' -TestCases @(
        @{ Name = 'another version' }
        @{ Name = 'another version after the first' }
    ) {
        $Said[$Name] | Should -Match '^CniModuleUnusable,.*99\.0\.0.*Start a new PowerShell session'
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

    It 'works completely in a new session, also before the manifest, and if $WhatIfPreference is set' {
        $said = Invoke-Session -Script @(
            "Import-Module -Name '$Dll' -WarningVariable w; $Look; Import-Module -Name '$ManifestPath'; $Look; `$w.Count"
            "Import-Module -Name '$Dll'; `$WhatIfPreference = `$true; $Look"
        )
        $said[0] | Should -Be 'True True 0'
        $said[1] | Should -Be 'True'
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
