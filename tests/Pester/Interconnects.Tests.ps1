BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'Interconnects' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    It 'are created on a free slot, with a CNI, in one line' {
        $cni = Get-CniSlot -Occupied $false | Select-Object -First 1 | New-CniInterconnect |
            New-Cni -ConduitName lab1 -Mtu 1500 | Set-Cni -Mtu 1476 -PassThru -WarningAction SilentlyContinue
        $cni | Should -BeOfType ([CloudflareCni.Cni])
        $cni.ConduitName | Should -Be 'lab1'
        $cni.Mtu | Should -Be 1476
        $cni.CustIp | Should -Match '^\d+\.\d+\.\d+\.\d+/31$'
        (Get-Cni -Id $cni.Id).Mtu | Should -Be 1476
    }

    It 'occupy the slot until they are removed' {
        $slot = Get-CniSlot -Occupied $false | Select-Object -First 1
        $interconnect = $slot | New-CniInterconnect
        ($slot | Get-CniSlot).Occupied | Should -BeTrue
        $interconnect | Remove-CniInterconnect -Confirm:$false
        ($slot | Get-CniSlot).Occupied | Should -BeFalse
    }

    It 'are removed in a pipeline, after the CNIs' {
        Get-Cni | Remove-Cni -Force
        Get-CniInterconnect | Remove-CniInterconnect -Force
        Get-Cni | Should -BeNullOrEmpty
        Get-CniInterconnect | Should -BeNullOrEmpty
    }

    It 'are removed in a pipeline with -IncludeCni' {
        Get-CniInterconnect | Remove-CniInterconnect -IncludeCni -Force
        Get-Cni | Should -BeNullOrEmpty
        Get-CniInterconnect | Should -BeNullOrEmpty
    }

    It 'are not removed by piping their CNIs' {
        Get-Cni | Select-Object -First 1 | Remove-CniInterconnect -IncludeCni -Force -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems[0].FullyQualifiedErrorId | Should -Match '^InputObjectNotBound'
        @(Get-CniInterconnect).Count | Should -Be 9
    }

    It 'are ordered one for each slot, with the speed of the slot' {
        $slots = Get-CniSlot -Occupied $false | Select-Object -First 3
        $made = $slots | New-CniInterconnect
        $made.SlotId | Should -Be $slots.Id
        $made.Speed | Should -Be $slots.Speed
    }

    It 'can be ordered with a splatted hashtable' {
        $order = @{ PairingKey = '7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1'; Bandwidth = '1G' }
        $made = New-CniInterconnect @order
        $made.Region | Should -Be 'us-east4'
        $made.Type | Should -Be 'gcp_partner'
    }

    It 'can be filtered, sorted and grouped with Set-StrictMode -Version Latest' {
        Set-StrictMode -Version Latest
        $all = Get-CniInterconnect
        @($all | Where-Object SlotId).Count + @($all | Where-Object Region).Count | Should -Be $all.Count
        @($all | Where-Object { $_.Facility -and $_.Facility.Name -like 'Equinix*' }).Count | Should -BeGreaterThan 0
        @($all | Sort-Object -Property Location, Speed | Select-Object -Property Name, Site, Region, SlotId, FacilityName).Count | Should -Be $all.Count
        @($all | Group-Object -Property Kind).Name | Should -Be @('Physical', 'GcpPartner')
        @($all | Get-CniInterconnectStatus | Where-Object Reason).Count | Should -BeGreaterThan 0
    }

    It 'can be selected with wildcards and several names' {
        (Get-CniInterconnect -Name gcp-*).Type | Sort-Object -Unique | Should -Be 'gcp_partner'
        (Get-CniInterconnect dfw07-da1-1, fra03-fr5-3).Name | Should -Be @('dfw07-da1-1', 'fra03-fr5-3')
        @(Get-RequestLine { Get-CniInterconnect -Name dfw07-da1-1 }).Count | Should -Be 1
    }

    It 'show which are down and why' {
        $down = Get-CniInterconnect | Get-CniInterconnectStatus | Where-Object State -eq Down
        $down.Interconnect | Should -Be 'fra03-fr5-3'
        $down.Reason | Should -Match 'no light'
        @(Get-CniInterconnect | Get-CniInterconnectStatus | Group-Object -Property State -NoElement).Count | Should -Be 4
    }
}
