BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $null = Connect-Cni -Sandbox
}

Describe 'Get-CniSlot' {
    It 'works as expected: Get-CniSlot | Where occupied -eq $false' {
        $free = Get-CniSlot | Where-Object occupied -eq $false
        $free.Count | Should -BeGreaterThan 0
        $free.Occupied | Should -Not -Contain $true
        $free.Count | Should -Be @(Get-CniSlot -Occupied $false).Count
    }

    It 'returns free and occupied slots' {
        @(Get-CniSlot -Occupied $true).Count + @(Get-CniSlot -Occupied $false).Count | Should -Be @(Get-CniSlot).Count
    }

    It 'requests only one page if that is enough for Select-Object -First' {
        @(Get-RequestLine { Get-CniSlot | Select-Object -First 3 }).Count | Should -Be 1
        @(Get-RequestLine { Get-CniSlot -PageSize 10 | Select-Object -First 3 }).Count | Should -Be 1
        @(Get-RequestLine { Get-CniSlot -PageSize 10 }).Count | Should -BeGreaterThan 1
    }

    It 'accepts IDs as strings, GUIDs and objects' {
        $three = Get-CniSlot | Select-Object -First 3
        (Get-CniSlot -Id $three[0].Id.ToString()).Id | Should -Be $three[0].Id
        (Get-CniSlot $three[1].Id).Id | Should -Be $three[1].Id
        ($three | Get-CniSlot).Id | Should -Be $three.Id
        ($three.Id | Get-CniSlot).Id | Should -Be $three.Id
    }

    It 'filters by site, speed and address together' {
        $slots = Get-CniSlot -Site dfw07 -Speed 10G -AddressContains Dallas
        $slots | Should -Not -BeNullOrEmpty
        $slots.Site | Sort-Object -Unique | Should -Be 'dfw07'
        $slots.Speed | Sort-Object -Unique | Should -Be '10G'
    }

    It 'groups, sorts and measures by its properties' {
        $slots = Get-CniSlot
        ($slots | Group-Object -Property Site | Measure-Object -Property Count -Sum).Sum | Should -Be $slots.Count
        ($slots | Group-Object -Property FacilityName).Name | Should -Contain 'Equinix DA1'
        @($slots | Sort-Object -Property Site, Speed)[0].Site | Should -Be @($slots.Site | Sort-Object)[0]
        ($slots.Facility | ForEach-Object { $_.Address }) | Should -Contain 'Dallas, TX 75207'
    }

    It 'returns no object and no error if nothing matches the filter' {
        $found = Get-CniSlot -Site nowhere99 -ErrorVariable problems
        $found | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }
}
