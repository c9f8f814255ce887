BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $script:Expected = @(
        'Compare-CniConfiguration', 'Connect-Cni', 'ConvertTo-CniDiagram', 'Disconnect-Cni', 'Export-CniConfiguration', 'Export-CniReport', 'Export-CniSupportBundle', 'Get-Cni', 'Get-CniAccount', 'Get-CniCircuit',
        'Get-CniConnection', 'Get-CniInterconnect', 'Get-CniInterconnectStatus', 'Get-CniLoaName', 'Get-CniMagicInterconnect', 'Get-CniMagicRoute',
        'Get-CniNextStep', 'Get-CniRouterConfiguration', 'Get-CniSettings', 'Get-CniSlot', 'Import-CniConfiguration', 'New-Cni', 'New-CniInterconnect', 'Remove-Cni',
        'Remove-CniInterconnect', 'Save-CniLoa', 'Save-CniRouterConfiguration', 'Set-Cni', 'Set-CniSettings', 'Start-CniSandbox', 'Stop-CniSandbox',
        'Test-CniConfiguration', 'Test-CniConnection', 'Test-CniResiliency', 'Wait-CniInterconnect'
    )
}

Describe 'The module' {
    It 'has a manifest that Test-ModuleManifest accepts without a warning' {
        $manifest = Test-ModuleManifest -Path $ManifestPath -WarningVariable warnings
        $manifest.Name | Should -Be 'CloudflareCni.PowerShell'
        $manifest.Description | Should -Not -BeNullOrEmpty
        $manifest.Author | Should -Not -Match '[{}]'
        $manifest.CompatiblePSEditions | Should -Be @('Desktop', 'Core')
        $warnings | Should -BeNullOrEmpty
    }

    It 'exports its 35 cmdlets and nothing else' {
        $module = Get-Module -Name CloudflareCni.PowerShell
        @($module.ExportedCmdlets.Keys | Sort-Object) | Should -Be $Expected
        $module.ExportedFunctions.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
        $module.ExportedVariables.Count | Should -Be 0
        @(Get-Command -Module CloudflareCni.PowerShell).Count | Should -Be 35
    }

    It 'imports without a warning' {
        Import-Module -Name $ManifestPath -Force -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
    }

    It 'has only cmdlets with approved verbs' {
        $approved = (Get-Verb).Verb
        (Get-Command -Module CloudflareCni.PowerShell).Verb | Sort-Object -Unique | Should -BeIn $approved
    }

    It 'shows the syntax of each cmdlet in Get-Command and Get-Help' {
        foreach ($name in $Expected) {
            Get-Command -Name $name -Syntax | Out-String | Should -Match ([regex]::Escape($name))
            Get-Help -Name $name | Out-String | Should -Match ([regex]::Escape($name))
        }
    }

    It 'declares the output type of each cmdlet with output' {
        $silent = 'Disconnect-Cni', 'Remove-Cni', 'Remove-CniInterconnect', 'Stop-CniSandbox'
        foreach ($command in Get-Command -Module CloudflareCni.PowerShell | Where-Object Name -NotIn $silent) {
            $command.OutputType | Should -Not -BeNullOrEmpty -Because "$($command.Name) writes something"
        }
    }

    It 'imports twice, again by -Force, and after Remove-Module' {
        Import-Module -Name $ManifestPath
        Import-Module -Name $ManifestPath -Force
        $null = Connect-Cni -Sandbox
        @(Get-CniSlot | Select-Object -First 1).Count | Should -Be 1
        Remove-Module -Name CloudflareCni.PowerShell
        Get-Command -Name Get-CniSlot -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Import-Module -Name $ManifestPath
        $null = Connect-Cni -Sandbox
        @(Get-CniSlot | Select-Object -First 1).Count | Should -Be 1
    }

    It 'removes the connection with Remove-Module' {
        $null = Connect-Cni -Sandbox
        Remove-Module -Name CloudflareCni.PowerShell
        Import-Module -Name $ManifestPath
        Get-CniConnection | Should -BeNullOrEmpty
    }

    It 'provides its types to a script that begins with using module' {
        $script = @"
using module '$($ManifestPath.Replace("'", "''"))'
function Get-Speed { param([Parameter(ValueFromPipeline)] [CloudflareCni.CniSlot] `$Slot) process { `$Slot.Speed } }
`$null = Connect-Cni -Sandbox
[CloudflareCni.CniSlot[]] `$slots = Get-CniSlot -Occupied `$false | Select-Object -First 2
'{0} {1}' -f `$slots.GetType().FullName, (`$slots[0] | Get-Speed)
"@
        $run = Invoke-OtherPowerShell -Script $script -AsFile
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Match '^CloudflareCni\.CniSlot\[\] \d+G$'
    }

    # PowerShell resolves the types of a class when it parses the class. A binary module must be imported before that, even with using module.
    It 'provides its types to a class that is parsed after the import' {
        $class = Join-Path $TestDrive 'Site.ps1'
        $lines = 'class Site {', '    [CloudflareCni.CniSlot] $Slot', '    [CloudflareCni.CniInterconnect[]] $Interconnects', '}'
        Set-Content -LiteralPath $class -Value $lines
        $script = @"
$(Get-ImportLine)
. '$($class.Replace("'", "''"))'
`$null = Connect-Cni -Sandbox
`$site = New-Object -TypeName Site
`$site.Slot = Get-CniSlot -Occupied `$false | Select-Object -First 1
`$site.Interconnects = Get-CniInterconnect
'{0} {1}' -f `$site.Slot.GetType().FullName, `$site.Interconnects.Count
"@
        $run = Invoke-OtherPowerShell -Script $script
        $run.Errors.Trim() | Should -BeNullOrEmpty
        $run.Output.Trim() | Should -Be 'CloudflareCni.CniSlot 9'
    }

    It 'is loaded automatically by its first command if its folder is in the module path' {
        $parent = (Split-Path -Parent $ModulePath).Replace("'", "''")
        $script = "`$env:PSModulePath = '$parent' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; `$null = Connect-Cni -Sandbox; (Get-CniSettings).DefaultAsn"
        (Invoke-OtherPowerShell -Script $script).Output.Trim() | Should -Be '13335'
    }
}

Describe 'Tab completion' {
    BeforeAll {
        function Get-Completion {
            param([string] $Line)
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
        }

        # Tab doesn't wait for a slow server. The answer is there when it's pressed again.
        function Get-ServerCompletion {
            param([string] $Line)

            for ($try = 1; $try -le 1000; $try++) {
                $found = @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | Where-Object { $_.ToolTip -ne $_.CompletionText })
                if ($found.Count -gt 0) {
                    return $found
                }
            }
        }
    }

    It 'offers the twelve bandwidths, and those that begin with the typed text' {
        @(Get-Completion 'New-CniInterconnect -Bandwidth ').Count | Should -Be 12
        @(Get-Completion 'New-CniInterconnect -Bandwidth 50') | Should -Be @('50M', '500M', '50G')
    }

    It 'offers the BGP modes' {
        @(Get-Completion 'Set-Cni -BgpMode ') | Should -Be @('dynamic_route_exchange', 'advertise_only')
    }

    It 'offers parameters, and properties of pipeline objects' {
        Get-Completion 'New-CniInterconnect -Pair' | Should -Be '-PairingKey'
        Get-Completion 'Get-CniSlot | Where-Object occ' | Should -Be 'Occupied'
        Get-Completion 'Get-Cni | Sort-Object Cond' | Should -Be 'ConduitName'
    }

    It 'offers the objects on the server with descriptions' {
        $null = Connect-Cni -Sandbox
        Get-ServerCompletion 'Get-CniInterconnect gru' | ForEach-Object CompletionText | Should -Be 'gru06-sp3-7'
        $slot = @(Get-ServerCompletion 'New-CniInterconnect fra03')[0]
        $slot.ToolTip | Should -Match '^fra03, Equinix FR5, \d+G, free$'
        Disconnect-Cni
    }
}
