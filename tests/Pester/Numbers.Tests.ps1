BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'Numbers from any source' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
        $script:Given = @{ Interconnect = 'gru06-sp3-7'; ConduitName = 'numbers'; Mtu = 1500; WarningAction = 'SilentlyContinue' }
    }

    It 'reads <Text> as AS<Expected>' -TestCases @(
        @{ Text = '1.10'; Expected = 65546 }
        @{ Text = '64086.59904'; Expected = 4200000000 }
        @{ Text = '64496'; Expected = 64496 }
        @{ Text = " 64496`r"; Expected = 64496 }
    ) {
        (New-Cni @Given -CustomerAsn $Text).Bgp.CustomerAsn | Should -Be $Expected
        (Get-Cni | Where-Object ConduitName -eq lab | Set-Cni -CustomerAsn $Text -PassThru -WarningAction SilentlyContinue).Bgp.CustomerAsn | Should -Be $Expected
        (Set-CniSettings -DefaultAsn $Text -PassThru -WarningAction SilentlyContinue).DefaultAsn | Should -Be $Expected
    }

    It 'rejects an unquoted <Shown>, also in a variable, with the advice to quote it' -TestCases @(
        @{ Shown = '1.10'; Script = { Set-CniSettings -DefaultAsn 1.10 } }
        @{ Shown = '2.0'; Script = { Set-CniSettings -DefaultAsn 2.0 } }
        @{ Shown = '1.1'; Script = { $asn = 1.10; Set-CniSettings -DefaultAsn $asn } }
        @{ Shown = '64512.0'; Script = { Set-CniSettings -DefaultAsn 64512.0 } }
    ) {
        $Script | Should -Throw -ErrorId 'ParameterArgumentTransformationError*' -ExpectedMessage "*$Shown is a floating-point number*in quotes*"
        (Get-CniSettings).DefaultAsn | Should -Be 13335
    }

    It 'rejects <Value> as an MTU' -TestCases @(
        @{ Value = 1475.5 }, @{ Value = $true }, @{ Value = '1.500' }, @{ Value = '1,500' }, @{ Value = '1 500' }, @{ Value = '1e3' }, @{ Value = '0x5DC' }, @{ Value = '' }
    ) {
        { Get-Cni | Where-Object ConduitName -eq lab | Set-Cni -Mtu $Value -ErrorAction Stop } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
        (Get-Cni | Where-Object ConduitName -eq lab).Mtu | Should -Be 1500
    }

    It 'accepts a whole number that a spreadsheet or a calculation converted to floating point' {
        (Get-Cni | Where-Object ConduitName -eq lab | Set-Cni -Mtu ([math]::Round(1475.6)) -PassThru).Mtu | Should -Be 1476
    }

    It 'reads cells of a CSV file and numbers of JSON' {
        $csv = 'Interconnect,ConduitName,Mtu,CustomerAsn', 'gru06-sp3-7,a,1500,1.10', 'gru06-sp3-7,b,1500,64496', 'gru06-sp3-7,c,1500,' | ConvertFrom-Csv
        @(($csv | New-Cni -WarningAction SilentlyContinue).Bgp.CustomerAsn) | Should -Be 65546, 64496
        $json = '[{"Interconnect":"gru06-sp3-7","ConduitName":"d","Mtu":1500,"CustomerAsn":4200000000},{"Interconnect":"gru06-sp3-7","ConduitName":"e","Mtu":1500,"CustomerAsn":1.10}]'
        $made = $json | ConvertFrom-Json | ForEach-Object { $_ } | New-Cni -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems
        $made.Bgp.CustomerAsn | Should -Be 4200000000
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError*'
    }

    It 'rejects a cell that is not a number, and continues with the other rows' {
        $csv = 'Interconnect,ConduitName,Mtu,CustomerAsn', 'gru06-sp3-7,a,1500,"64,512"', 'gru06-sp3-7,b,1475.5,64496', 'gru06-sp3-7,c,1500,64496' | ConvertFrom-Csv
        ($csv | New-Cni -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems).Magic.ConduitName | Should -Be 'c'
        $problems | Should -HaveCount 2
    }
}

Describe 'Null and empty values' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    It 'never select everything: <Script>' -TestCases @(
        @{ Script = { $typo = $null; Get-CniInterconnect $typo | Remove-CniInterconnect -IncludeCni -Force } }
        @{ Script = { $given = @{ Name = $null }; Get-CniInterconnect @given | Remove-CniInterconnect -IncludeCni -Force } }
        @{ Script = { $null.Name | Get-CniInterconnectStatus | Remove-CniInterconnect -IncludeCni -Force } }
        @{ Script = { Get-CniInterconnect -Name @() | Remove-CniInterconnect -IncludeCni -Force } }
        @{ Script = { Get-CniInterconnect -Site $null | Remove-CniInterconnect -IncludeCni -Force } }
        @{ Script = { Get-Cni -Slot $null | Remove-Cni -Force } }
        @{ Script = { [pscustomobject] @{ Name = $null } | Get-CniInterconnect | Remove-CniInterconnect -IncludeCni -Force } }
    ) {
        $links = @(Get-CniInterconnect)
        $ErrorActionPreference = 'Stop'
        $Script | Should -Throw
        @(Get-CniInterconnect).Count | Should -Be $links.Count
        @(Get-Cni).Count | Should -Be 8
    }

    It 'are errors in a list, but an empty pipeline is not' {
        { Get-CniInterconnect -Name @($null, 'fra03-fr5-3') } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        @(@() | Get-CniInterconnect).Count | Should -Be 0
    }
}
