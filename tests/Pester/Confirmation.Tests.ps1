BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')

    # What one noninteractive PowerShell shows for each command, each with a new sandbox.
    $commands = [ordered] @{
        'WhatIf'                 = 'Get-Cni | Where-Object ConduitName -eq office-gre | Set-Cni -Mtu 1500 -WhatIf; Get-Cni | Select-Object -First 1 | Remove-Cni -WhatIf'
        'Remove-Cni'             = "Get-Cni | Remove-Cni; 'left: ' + @(Get-Cni).Count"
        'Remove-CniInterconnect' = "Get-CniInterconnect | Remove-CniInterconnect -IncludeCni; 'left: ' + @(Get-Cni).Count"
        'Medium'                 = "`$ConfirmPreference = 'Medium'; Get-Cni | Set-Cni -Description other; 'changed: ' + @(Get-Cni | Where-Object Description -eq other).Count"
    }
    $lines = foreach ($name in $commands.Keys) {
        "'### $name'; `$Error.Clear(); `$null = Connect-Cni -Sandbox; $($commands[$name]); `$Error | ForEach-Object { `"`$_`" }"
    }
    $run = Invoke-OtherPowerShell -Script ("$(Get-ImportLine)`n" + ($lines -join "`n"))
    $script:Shown = @{}
    foreach ($part in $run.Output -split '(?m)^### ' | Where-Object { $_.Trim() }) {
        $name, $text = $part -split '\r?\n', 2
        $Shown[$name.Trim()] = $text
    }
}

Describe 'Confirmation' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    It 'changes nothing under -WhatIf: <Name>' -TestCases @(
        @{ Name = 'Remove-Cni'; Script = { Get-Cni | Remove-Cni -WhatIf } }
        @{ Name = 'Remove-Cni -Force'; Script = { Get-Cni | Remove-Cni -Force -WhatIf } }
        @{ Name = 'Remove-CniInterconnect -IncludeCni'; Script = { Get-CniInterconnect | Remove-CniInterconnect -IncludeCni -Force -WhatIf } }
        @{ Name = 'Set-Cni'; Script = { Get-Cni | Set-Cni -Description other -WhatIf } }
        @{ Name = 'New-Cni'; Script = { New-Cni dfw07-da1-1 -ConduitName lab9 -Mtu 1500 -WhatIf } }
        @{ Name = 'New-CniInterconnect'; Script = { Get-CniSlot -Occupied $false | New-CniInterconnect -WhatIf } }
        @{ Name = 'Set-CniSettings'; Script = { Set-CniSettings -DefaultAsn 64500 -WhatIf -WarningAction SilentlyContinue } }
    ) {
        $lines = @(Get-RequestLine $Script)
        @($lines -notmatch '^GET ') | Should -BeNullOrEmpty
    }

    It 'respects $WhatIfPreference' {
        $WhatIfPreference = $true
        Get-Cni | Remove-Cni -Force
        $WhatIfPreference = $false
        @(Get-Cni).Count | Should -Be 8
    }

    It 'shows the change with -WhatIf' {
        $Shown['WhatIf'] | Should -Match 'What if: .*office-gre.*Mtu: 1476 -> 1500'
        $Shown['WhatIf'] | Should -Match 'What if: .*CNI core-primary'
    }

    It 'does not prompt with -Confirm:$false, with -Force, or if $ConfirmPreference is None' {
        $cnis = Get-Cni
        $cnis[0] | Remove-Cni -Confirm:$false
        $cnis[1] | Remove-Cni -Force
        $ConfirmPreference = 'None'
        $cnis[2] | Remove-Cni
        @(Get-Cni).Count | Should -Be 5
    }

    It 'removes nothing in a noninteractive session without -Force: <Name>' -TestCases @(
        @{ Name = 'Remove-Cni' }
        @{ Name = 'Remove-CniInterconnect' }
    ) {
        $Shown[$Name] | Should -Match 'left: 8'
        $Shown[$Name] | Should -Match 'NonInteractive'
    }

    It 'prompts before changes as well if $ConfirmPreference is Medium' {
        $Shown['Medium'] | Should -Match 'changed: 0'
    }
}
