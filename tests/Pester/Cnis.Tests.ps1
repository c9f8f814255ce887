BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'CNIs' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    It 'finds the CNIs on interconnects, physical and GCP' {
        $pairs = foreach ($interconnect in Get-CniInterconnect) { $interconnect | Get-Cni }
        @($pairs.Id | Sort-Object) | Should -Be @((Get-Cni).Id | Sort-Object)
    }

    It 'changes only what is given' {
        $before = Get-Cni | Where-Object ConduitName -eq core-secondary
        $after = $before | Set-Cni -Description 'moved' -PassThru
        $after.Description | Should -Be 'moved'
        $after.Mtu | Should -Be $before.Mtu
        $after.CustomerAsn | Should -Be $before.CustomerAsn
        $after.ExtraPrefix | Should -Be $before.ExtraPrefix
    }

    It 'changes many in one pipeline, and sends no request for those that already match' {
        $lines = @(Get-RequestLine { Get-Cni | Set-Cni -Description 'same for all' })
        @($lines -match '^PUT ').Count | Should -Be 8
        $lines = @(Get-RequestLine { Get-Cni | Set-Cni -Description 'same for all' })
        @($lines -match '^PUT ').Count | Should -Be 0
    }

    It 'clears the description and the prefixes' {
        $cni = Get-Cni | Where-Object ConduitName -eq warp-return | Set-Cni -Description '' -ExtraPrefix @() -PassThru
        $cni.Description | Should -BeNullOrEmpty
        $cni.Bgp.ExtraPrefixes.Count | Should -Be 0
    }

    It 'has no output without -PassThru' {
        Get-Cni | Set-Cni -Description 'quiet' | Should -BeNullOrEmpty
    }

    It 'sums and filters by flattened columns under Set-StrictMode -Version Latest' {
        Set-StrictMode -Version Latest
        $all = Get-Cni
        ($all | Measure-Object -Property Mtu -Minimum -Maximum).Minimum | Should -Be 1476
        @($all | Where-Object CustomerAsn -ge 4200000000).Count | Should -Be 2
        @($all | Where-Object { $_.Bgp -and $_.Bgp.ExtraPrefixes -contains '0.0.0.0/0' }).Count | Should -Be 2
        @($all | Select-Object -Property Interconnect, ConduitName, Mtu, CustomerAsn, ExtraPrefix).Count | Should -Be 8
    }

    It 'reads and changes the settings' {
        (Set-CniSettings -DefaultAsn 64500 -PassThru -WarningAction SilentlyContinue).DefaultAsn | Should -Be 64500
        (Get-CniSettings).DefaultAsn | Should -Be 64500
        Set-CniSettings -ClearDefaultAsn
        (Get-CniSettings).DefaultAsn | Should -Not -Be 64500
    }
}
