BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $null = Connect-Cni -Sandbox
    $script:Width = 120

    # Gets the lines as a terminal shows them, without colors. The default width is 120 columns.
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
    It 'shows one line per object, none wider than the screen: <Name>' -TestCases @(
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

    It 'shows the complete addresses of CNIs' {
        $lines = Get-Cni | Get-ShownLine
        foreach ($address in (Get-Cni).CustIp + (Get-Cni).P2pIp) {
            $lines -match [regex]::Escape($address) | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'Tables at a width of 80' {
    It 'shows one line per object, with its first columns complete: <Name>' -TestCases @(
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
    It 'represents the object in a string' {
        $cni = Get-Cni | Where-Object ConduitName -eq warp-return
        "$($cni.Bgp)" | Should -Be 'AS4200000010 (100.96.0.0/12, 100.64.0.0/12)'
        "$(Get-CniInterconnect -Name dfw07-da1-1)" | Should -Be 'dfw07-da1-1'
        "$(Get-CniInterconnectStatus -Name lhr09-thn2-2)" | Should -Match '^Unhealthy: receive optical level'
    }
}

Describe 'Times in the culture <Culture>' -ForEach @(
    @{ Culture = 'th-TH' }
    @{ Culture = 'fa-IR' }
    @{ Culture = 'ar-SA' }
    @{ Culture = 'de-DE' }
) {
    BeforeAll {
        $script:Before = [System.Threading.Thread]::CurrentThread.CurrentCulture
        $calendar = try {
            New-Object -TypeName System.Globalization.CultureInfo -ArgumentList $Culture
        }
        catch {
            # A computer without the ICU library has only one culture, so the test changes its formats.
            [System.Globalization.CultureInfo]::InvariantCulture.Clone()
        }

        if ($calendar.Name -ne $Culture) {
            $calendar.DateTimeFormat.ShortDatePattern = 'dd.MM.yy'
            $calendar.DateTimeFormat.LongTimePattern = 'HH.mm.ss'
            $calendar.DateTimeFormat.DateSeparator = '.'
            $calendar.DateTimeFormat.TimeSeparator = '.'
        }

        [System.Threading.Thread]::CurrentThread.CurrentCulture = $calendar
        $script:Status = Get-CniInterconnectStatus -Name dfw07-da1-1
        $script:Iso = $Status.CheckedAt.ToString('s')
        $file = Join-Path $TestDrive "$Culture.xml"
        $Status | Export-Clixml -LiteralPath $file
        $script:FromFile = Import-Clixml -LiteralPath $file
    }

    AfterAll {
        [System.Threading.Thread]::CurrentThread.CurrentCulture = $Before
    }

    It 'are shown as ISO 8601 in tables, lists, CSV and JSON' {
        $Iso | Should -Match '^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d$'
        $pattern = [regex]::Escape($Iso)
        ($Status | Get-ShownLine)[-1] | Should -Match $pattern
        $Status | Format-List | Get-ShownLine | Where-Object { $_ -match '^CheckedAt' } | Should -Match $pattern
        $Status | Format-List -Property * | Get-ShownLine | Where-Object { $_ -match '^CheckedAt' } | Should -Match $pattern
        $Status | Select-Object -Property Interconnect, CheckedAt | ConvertTo-Csv -NoTypeInformation | Select-Object -Last 1 | Should -Match "$pattern([+-]\d\d:\d\d|Z)"
        if ($PSEdition -eq 'Core') {
            $Status | ConvertTo-Json | Should -Match $pattern
        }
    }

    It 'use the format that a script specifies' {
        $invariant = [System.Globalization.CultureInfo]::InvariantCulture
        $plain = [datetime] $Status.CheckedAt.Ticks
        $Status.CheckedAt.ToString('yyyy', $invariant) | Should -Be $plain.ToString('yyyy', $invariant)
        $Status.CheckedAt.ToString('HH:mm:ss') | Should -Be $plain.ToString('HH:mm:ss')
        '{0:d} {0:HH:mm}' -f $Status.CheckedAt | Should -Be ('{0:d} {0:HH:mm}' -f $plain)
        $Status.CheckedAt.ToString() | Should -Match "^$([regex]::Escape($Iso))([+-]\d\d:\d\d|Z)$"
    }

    It 'are read from a CSV file as the same time' {
        $row = $Status | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        ([datetime] $row.CheckedAt - $Status.CheckedAt).Duration().TotalSeconds | Should -BeLessThan 1
    }

    It 'are DateTime, here and after serialization, as from a job' {
        $Status.CheckedAt | Should -BeOfType ([datetime])
        $FromFile.CheckedAt | Should -BeOfType ([datetime])
        $FromFile.CheckedAt | Should -Be $Status.CheckedAt
        ($FromFile | Get-ShownLine)[-1] | Should -Match ([regex]::Escape($Iso))
        $FromFile | Format-List | Get-ShownLine | Where-Object { $_ -match '^CheckedAt' } | Should -Match ([regex]::Escape($Iso))
    }
}
