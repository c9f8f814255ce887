BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
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
        $script = "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; Get-Cni | Where-Object ConduitName -eq office-gre | Set-Cni -Mtu 1500 -WhatIf; Get-Cni | Select-Object -First 1 | Remove-Cni -WhatIf"
        $run = Invoke-OtherPowerShell -Script $script
        $run.Output | Should -Match 'What if: .*office-gre.*Mtu: 1476 -> 1500'
        $run.Output | Should -Match 'What if: .*CNI core-primary'
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
        @{ Name = 'Remove-Cni'; Command = 'Get-Cni | Remove-Cni' }
        @{ Name = 'Remove-CniInterconnect'; Command = 'Get-CniInterconnect | Remove-CniInterconnect -IncludeCni' }
    ) {
        $script = "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; $Command; 'left: ' + @(Get-Cni).Count"
        $run = Invoke-OtherPowerShell -Script $script
        $run.Output | Should -Match 'left: 8'
        $run.Errors + $run.Output | Should -Match 'NonInteractive'
    }

    It 'prompts before changes as well if $ConfirmPreference is Medium' {
        $script = "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; `$ConfirmPreference = 'Medium'; Get-Cni | Set-Cni -Description other; 'changed: ' + @(Get-Cni | Where-Object Description -eq other).Count"
        (Invoke-OtherPowerShell -Script $script).Output | Should -Match 'changed: 0'
    }
}
