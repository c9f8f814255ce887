BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $null = Connect-Cni -Sandbox
    $script:Width = 120

    # The lines as a terminal shows them, of 120 columns unless told otherwise, without colours.
    function Get-ShownLine {
        param([Parameter(ValueFromPipeline)] $InputObject, [int] $ScreenWidth = $Width)
        begin { $all = New-Object -TypeName System.Collections.ArrayList }
        process { $null = $all.Add($InputObject) }
        end {
            $escape = [string] [char] 27
            ($all | Out-String -Width $ScreenWidth) -split "`r?`n" | ForEach-Object { ($_ -replace "$escape\[[0-9;]*m").TrimEnd() } | Where-Object { $_ }
        }
    }
}

Describe 'Tables at a width of 120' {
    It 'shows one line an object, none wider than the screen: <Name>' -TestCases @(
        @{ Name = 'slots'; Script = { Get-CniSlot }; Whole = 'Id'; Columns = 'Site', 'Facility', 'Speed', 'Occupied', 'Account', 'Id' }
        @{ Name = 'interconnects'; Script = { Get-CniInterconnect }; Whole = 'SlotId'; Columns = 'Name', 'Type', 'Facility', 'Speed', 'SlotId' }
        @{ Name = 'CNIs'; Script = { Get-Cni }; Whole = 'Id'; Columns = 'Interconnect', 'ConduitName', 'CustIp', 'P2pIp', 'MTU', 'ASN', 'Id' }
        @{ Name = 'status'; Script = { Get-CniInterconnect | Get-CniInterconnectStatus }; Whole = 'Interconnect'; Columns = 'Interconnect', 'State', 'CheckedAt', 'Reason' }
        @{ Name = 'settings'; Script = { Get-CniSettings }; Whole = 'AccountId'; Columns = 'AccountId', 'DefaultAsn' }
        @{ Name = 'connection'; Script = { Get-CniConnection }; Whole = 'AccountId'; Columns = 'AccountId', 'BaseUri' }
    ) {
        $objects = @(& $Script)
        $lines = @($objects | Get-ShownLine)
        $lines.Count | Should -Be ($objects.Count + 2) -Because 'a header, a rule, and a line an object'
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual $Width
        foreach ($column in $Columns) {
            $lines[0] | Should -Match "\b$column\b"
        }

        foreach ($value in $objects.$Whole | Where-Object { $_ }) {
            $lines -match [regex]::Escape($value) | Should -Not -BeNullOrEmpty
        }
    }

    It 'keeps the addresses of CNIs whole' {
        $lines = Get-Cni | Get-ShownLine
        foreach ($address in (Get-Cni).CustIp + (Get-Cni).P2pIp) {
            $lines -match [regex]::Escape($address) | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'Tables at a width of 80' {
    It 'shows one line an object, with its first columns whole: <Name>' -TestCases @(
        @{ Name = 'slots'; Script = { Get-CniSlot }; Columns = 'Site', 'Facility', 'Speed', 'Occupied', 'Id' }
        @{ Name = 'interconnects'; Script = { Get-CniInterconnect }; Columns = 'Name', 'Type', 'Location', 'Facility', 'Speed' }
        @{ Name = 'CNIs'; Script = { Get-Cni }; Columns = 'Interconnect', 'ConduitName', 'CustIp', 'P2pIp', 'MTU', 'ASN' }
        @{ Name = 'status'; Script = { Get-CniInterconnectStatus }; Columns = 'Interconnect', 'State', 'CheckedAt', 'Reason' }
        @{ Name = 'connection'; Script = { Get-CniConnection }; Columns = 'AccountId', 'AccountName', 'Authentication', 'Connected' }
    ) {
        $objects = @(& $Script)
        $lines = @($objects | Get-ShownLine -ScreenWidth 80)
        $lines.Count | Should -Be ($objects.Count + 2) -Because 'a header, a rule, and a line an object'
        foreach ($column in $Columns) {
            $lines[0] | Should -Match "\b$column\b"
        }
    }
}

Describe 'Lists' {
    It 'shows every property, none wider than the screen: <Name>' -TestCases @(
        @{ Name = 'slot'; Script = { Get-CniSlot } }
        @{ Name = 'interconnect'; Script = { Get-CniInterconnect } }
        @{ Name = 'CNI'; Script = { Get-Cni } }
        @{ Name = 'status'; Script = { Get-CniInterconnectStatus -Name dfw07-da1-1 } }
        @{ Name = 'settings'; Script = { Get-CniSettings } }
        @{ Name = 'connection'; Script = { Get-CniConnection } }
    ) {
        $object = & $Script | Select-Object -First 1
        $lines = @($object | Format-List | Get-ShownLine)
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual $Width
        foreach ($property in $object.PSObject.Properties.Name) {
            $lines -match "^$property +:" | Should -Not -BeNullOrEmpty -Because "Format-List shows $property"
        }
    }
}

Describe 'Text of objects' {
    It 'stands for the object in a string' {
        $cni = Get-Cni | Where-Object ConduitName -eq warp-return
        "$($cni.Bgp)" | Should -Be 'AS4200000010 (100.96.0.0/12, 100.64.0.0/12)'
        "$(Get-CniInterconnect -Name dfw07-da1-1)" | Should -Be 'dfw07-da1-1'
        "$(Get-CniInterconnectStatus -Name lhr09-thn2-2)" | Should -Match '^Unhealthy: receive optical level'
    }
}
