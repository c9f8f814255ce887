BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'Rows and copies of objects' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
        $script:File = Join-Path $TestDrive ([System.IO.Path]::GetRandomFileName())
    }

    It 'copies the CNIs of one account to another with Export-Csv and Import-Csv | New-Cni' {
        $before = Get-Cni
        $before | Export-Csv -LiteralPath $File -NoTypeInformation -Encoding UTF8
        $before | Remove-Cni -Force
        Import-Csv -LiteralPath $File | Select-Object -Property * -ExcludeProperty AccountId | New-Cni | Should -HaveCount $before.Count
        $after = Get-Cni
        foreach ($column in 'Interconnect', 'ConduitName', 'Description', 'Mtu', 'CustomerAsn', 'ExtraPrefix') {
            @($after.$column) | Should -Be @($before.$column) -Because "column $column makes the round trip"
        }
    }

    It 'accepts Import-Csv | New-Cni without changes' {
        $before = Get-Cni
        $before | Export-Csv -LiteralPath $File -NoTypeInformation -Encoding UTF8
        $before | Remove-Cni -Force
        Import-Csv -LiteralPath $File | New-Cni | Should -HaveCount $before.Count
    }

    It 'creates CNIs from a hand-written CSV file with an empty ASN and several prefixes in a cell' {
        $rows = 'Interconnect,ConduitName,Mtu,Description,CustomerAsn,ExtraPrefix,Md5Key',
        'ams07-am5-6,no-bgp,1500,,,,',
        'ams07-am5-6,with-bgp,1500,both prefixes,65010,"100.96.0.0/12, 100.64.0.0/12",'
        Set-Content -LiteralPath $File -Value $rows -Encoding UTF8
        $made = Import-Csv -LiteralPath $File | New-Cni
        $made[0].Bgp | Should -BeNullOrEmpty
        $made[1].Bgp.CustomerAsn | Should -Be 65010
        $made[1].Bgp.ExtraPrefixes | Should -Be @('100.96.0.0/12', '100.64.0.0/12')
        $made[1].Bgp.Md5Key | Should -BeNullOrEmpty
    }

    It 'keeps readable cells in a CSV file' {
        $row = Get-Cni | Where-Object ConduitName -eq warp-return | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $row.Mtu | Should -Be '1500'
        $row.CustomerAsn | Should -Be '4200000010'
        $row.ExtraPrefix | Should -Be '100.96.0.0/12, 100.64.0.0/12'
        $slot = Get-CniSlot -Site dfw07 | Select-Object -First 1 | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $slot.Facility | Should -Match '^Equinix DA1 \(.*Dallas.*\)$'
    }

    It 'has no .NET type name in a cell of a CSV file' {
        $rows = @(Get-Cni | ConvertTo-Csv -NoTypeInformation) + @(Get-CniSlot | ConvertTo-Csv -NoTypeInformation) +
        @(Get-CniInterconnect | ConvertTo-Csv -NoTypeInformation) + @(Get-CniSettings | ConvertTo-Csv -NoTypeInformation)
        @($rows -match 'System\.|CloudflareCni\.') | Should -BeNullOrEmpty
    }

    It 'has the same content in JSON as the object' {
        $cni = Get-Cni | Where-Object ConduitName -eq warp-return | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $cni.Magic.ConduitName | Should -Be 'warp-return'
        $cni.Bgp.ExtraPrefixes | Should -Be @('100.96.0.0/12', '100.64.0.0/12')
        $slot = Get-CniSlot | Select-Object -First 1
        $copy = $slot | ConvertTo-Json -Depth 4 | ConvertFrom-Json
        $copy.Id | Should -Be $slot.Id.ToString()
        $copy.Facility.Address | Should -Be $slot.Facility.Address
        (Get-CniInterconnect -Name gcp-us-east4-8 | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Region | Should -Be 'us-east4'
        (Get-CniSettings | ConvertTo-Json | ConvertFrom-Json).DefaultAsn | Should -Be 13335
        (Get-CniInterconnectStatus -Name fra03-fr5-3 | ConvertTo-Json | ConvertFrom-Json).State | Should -Be 'Down'
    }

    It 'accepts objects from Export-Clixml and Import-Clixml as the original resources' {
        Get-Cni | Export-Clixml -LiteralPath $File
        (Import-Clixml -LiteralPath $File | Get-Cni).Id | Should -Be (Get-Cni).Id
        Import-Clixml -LiteralPath $File | Set-Cni -Description 'from a file'
        (Get-Cni).Description | Sort-Object -Unique | Should -Be 'from a file'

        Get-CniInterconnect | Export-Clixml -LiteralPath $File
        (Import-Clixml -LiteralPath $File | Get-CniInterconnectStatus).Interconnect | Should -Be (Get-CniInterconnect).Name
        @(Import-Clixml -LiteralPath $File | Get-Cni).Count | Should -Be 8

        Get-CniSlot -Occupied $false | Select-Object -First 2 | Export-Clixml -LiteralPath $File
        $made = Import-Clixml -LiteralPath $File | New-CniInterconnect
        $made.SlotId | Should -Be (Import-Clixml -LiteralPath $File).Id
    }

    It 'does not accept the copy of one resource as another' {
        Get-Cni | Export-Clixml -LiteralPath $File
        Import-Clixml -LiteralPath $File | Get-CniSlot -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -Match '^InputObjectNotBound'
        Get-CniSlot | Select-Object -Property Id, Speed -First 1 | Remove-Cni -Force -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -Match '^InputObjectNotBound'
        @(Get-Cni).Count | Should -Be 8
    }

    It 'accepts the output of Select-Object' {
        $slots = Get-CniSlot -Occupied $false | Select-Object -Property Id, Site -First 2
        ($slots | New-CniInterconnect).SlotId | Should -Be $slots.Id
        (Get-CniInterconnect | Select-Object -Property Name | Get-CniInterconnectStatus).Count | Should -Be 11
        Get-Cni | Select-Object -Property Id, ConduitName | Remove-Cni -Force
        Get-Cni | Should -BeNullOrEmpty
    }

    It 'accepts rows with explicit columns' {
        $slot = Get-CniSlot -Occupied $false -Speed 10G | Select-Object -First 1
        $made = [pscustomobject] @{ Slot = $slot.Id; Speed = '10G' } | New-CniInterconnect
        $made.SlotId | Should -Be $slot.Id
        $made = [pscustomobject] @{ PairingKey = '7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1'; Bandwidth = '1G' } | New-CniInterconnect
        $made.Region | Should -Be 'us-east4'
        ([pscustomobject] @{ Name = 'fra03-fr5-3' } | Get-CniInterconnectStatus).State | Should -Be 'Down'
    }

    It 'prefers a column that Select-Object created over the original object' {
        $slot = Get-CniSlot -Occupied $false | Select-Object -First 1
        ($slot | Select-Object -Property @{ Name = 'Slot'; Expression = { $_.Id } } | New-CniInterconnect).SlotId | Should -Be $slot.Id
        (Get-Cni | Select-Object -First 1 -Property @{ Name = 'Name'; Expression = { $_.Interconnect } } | Get-CniInterconnectStatus).State | Should -Be 'Healthy'
        $copy = Get-Cni | Select-Object -First 1 -Property Interconnect, @{ Name = 'ConduitName'; Expression = { 'copy' } }, Mtu | New-Cni
        $copy.Magic.ConduitName | Should -Be 'copy'
        $link = Get-CniInterconnect -Site dfw07 | Select-Object -First 1
        ($link | Select-Object -Property @{ Name = 'Id'; Expression = { $_.SlotId } } | Get-CniSlot).Id | Should -Be $link.SlotId

        # With the type name in the file, like Windows PowerShell writes it, and with Clixml.
        $slot = Get-CniSlot -Occupied $false | Select-Object -First 1
        $row = $slot | Select-Object -Property @{ Name = 'Slot'; Expression = { $_.Id } }
        $text = '#TYPE Selected.CloudflareCni.CniSlot', '"Slot"', ('"{0}"' -f $slot.Id)
        $row | Export-Clixml -LiteralPath $File
        foreach ($copied in ($text | ConvertFrom-Csv), (Import-Clixml -LiteralPath $File)) {
            $copied | New-CniInterconnect -WhatIf -ErrorVariable problems
            $problems | Should -BeNullOrEmpty
        }
    }

    It 'trims the cells of a CSV file' {
        # Like the result of (Get-Content -Raw) -split "`n" if lines end with CRLF.
        $cells = "Interconnect,ConduitName,Mtu,Description`n gru06-sp3-7 , trimmed ,1500,text`r" -split "`n" | ConvertFrom-Csv
        $made = $cells | New-Cni
        $made.Interconnect, $made.Magic.ConduitName, $made.Magic.Description | Should -Be 'gru06-sp3-7', 'trimmed', 'text'
        ([pscustomobject] @{ Name = " fra03-fr5-3`r" } | Get-CniInterconnectStatus).State | Should -Be 'Down'
        (Get-CniInterconnect -Name " fra03-fr5-3`r`n").Name | Should -Be 'fra03-fr5-3'
        @(Get-CniSlot -Site " dfw07`r").Count | Should -Be @(Get-CniSlot -Site dfw07).Count
    }
}
