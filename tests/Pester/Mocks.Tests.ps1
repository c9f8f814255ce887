BeforeDiscovery {
    # The object that is piped to each cmdlet with pipeline input, and the parameter that it binds to.
    $script:Cases = @(
        @{ Name = 'Compare-CniConfiguration'; Parameter = 'InputObject'; Pipe = { @{ format = 1 } } }
        @{ Name = 'ConvertTo-CniDiagram'; Parameter = 'Circuit'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Disconnect-Cni'; Parameter = 'Connection'; Pipe = { Get-CniConnection } }
        @{ Name = 'Export-CniConfiguration'; Parameter = 'Interconnect'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Export-CniReport'; Parameter = 'Circuit'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ Path = 'report.html'; WhatIf = $true } }
        @{ Name = 'Export-CniSupportBundle'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ Path = 'case.zip'; WhatIf = $true } }
        @{ Name = 'Get-Cni'; Parameter = 'Id'; Pipe = { Get-Cni | Select-Object -First 1 } }
        @{ Name = 'Get-Cni'; Parameter = 'Slot'; Pipe = { Get-CniSlot | Select-Object -First 1 } }
        @{ Name = 'Get-Cni'; Parameter = 'Interconnect'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-Cni'; Parameter = 'Interconnect'; Pipe = { Get-CniInterconnectStatus -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniCircuit'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniInterconnect'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniInterconnectStatus'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniLoaName'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniNextStep'; Parameter = 'Circuit'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Get-CniRouterConfiguration'; Parameter = 'Cni'; Pipe = { Get-Cni | Select-Object -First 1 }; Arguments = @{ Platform = 'IosXe' } }
        @{ Name = 'Get-CniRouterConfiguration'; Parameter = 'Interconnect'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ Platform = 'IosXe' } }
        @{ Name = 'Get-CniSlot'; Parameter = 'Id'; Pipe = { Get-CniSlot | Select-Object -First 1 } }
        @{ Name = 'Import-CniConfiguration'; Parameter = 'InputObject'; Pipe = { @{ format = 1 } }; Arguments = @{ WhatIf = $true } }
        @{ Name = 'New-Cni'; Parameter = 'Interconnect'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ ConduitName = 'made'; Mtu = 1500 } }
        @{ Name = 'New-CniInterconnect'; Parameter = 'Slot'; Pipe = { Get-CniSlot -Occupied $false | Select-Object -First 1 } }
        @{ Name = 'Remove-Cni'; Parameter = 'Id'; Pipe = { Get-Cni | Select-Object -First 1 }; Arguments = @{ Force = $true } }
        @{ Name = 'Remove-CniInterconnect'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name gru06-sp3-7 }; Arguments = @{ Force = $true } }
        @{ Name = 'Save-CniLoa'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ WhatIf = $true } }
        @{ Name = 'Save-CniRouterConfiguration'; Parameter = 'Configuration'; Pipe = { Get-Cni | Select-Object -First 1 | Get-CniRouterConfiguration -Platform IosXe -WarningAction Ignore }; Arguments = @{ WhatIf = $true } }
        @{ Name = 'Set-Cni'; Parameter = 'Id'; Pipe = { Get-Cni | Select-Object -First 1 }; Arguments = @{ Description = 'set' } }
        @{ Name = 'Stop-CniSandbox'; Parameter = 'InputObject'; Pipe = { Start-CniSandbox } }
        @{ Name = 'Test-CniConfiguration'; Parameter = 'InputObject'; Pipe = { @{ format = 1 } } }
        @{ Name = 'Test-CniResiliency'; Parameter = 'Circuit'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 } }
        @{ Name = 'Wait-CniInterconnect'; Parameter = 'Name'; Pipe = { Get-CniInterconnect -Name fra03-fr5-3 }; Arguments = @{ State = 'Down'; TimeoutSec = 0 } }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'Mocks and proxy functions, which have the parameters without the transformations' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    AfterAll {
        $null = Connect-Cni -Sandbox
    }

    It 'are tested with every cmdlet that accepts pipeline input' -TestCases @{ Cases = $Cases } {
        $takers = Get-Command -Module CloudflareCni.PowerShell |
            Where-Object { $_.Parameters.Values.Attributes | Where-Object { $_.ValueFromPipeline -and -not $_.DontShow } }
        @($Cases.Name | Sort-Object -Unique) | Should -Be @($takers.Name | Sort-Object)
    }

    It 'bind the piped object to -<Parameter> in a mock of <Name>' -TestCases $Cases {
        $piped = & $Pipe
        $arguments = if ($Arguments) { $Arguments } else { @{} }
        $expected = if ($Parameter -in 'Name', 'Interconnect' -and $piped.PSObject.Properties['Interconnect']) { $piped.Interconnect }
        elseif ($Parameter -in 'Name', 'Interconnect') { $piped.Name }
        elseif ($Parameter -in 'Id', 'Slot', 'Cni') { $piped.Id }
        Mock -CommandName $Name -MockWith { }
        try {
            $piped | & $Name @arguments
            Should -Invoke -CommandName $Name -Times 1 -Exactly -Scope It -ParameterFilter {
                $bound = Get-Variable -Name $Parameter -ValueOnly
                $null -ne $bound -and ($null -eq $expected -or $bound -eq $expected)
            }
        }
        finally {
            if ($Name -eq 'Stop-CniSandbox') {
                Microsoft.PowerShell.Core\Get-Command -Name Stop-CniSandbox -CommandType Cmdlet | ForEach-Object { $piped | & $_ }
            }
        }
    }

    It 'bind the piped object to -<Parameter> in a proxy function of <Name>' -TestCases $Cases {
        $arguments = if ($Arguments) { $Arguments } else { @{} }
        $command = Get-Command -Name $Name -CommandType Cmdlet
        $source = [System.Management.Automation.ProxyCommand]::Create((New-Object -TypeName System.Management.Automation.CommandMetadata -ArgumentList $command))
        $proxy = [scriptblock]::Create($source)
        $written = & $Pipe | & $proxy @arguments 2>&1
        @($written | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) | Should -BeNullOrEmpty
    }

    It 'accept strings, IDs and rows in mocks' {
        Mock -CommandName Remove-CniInterconnect -MockWith { }
        Mock -CommandName Remove-Cni -MockWith { }
        $wanted = (Get-Cni)[0].Id
        'abc', [pscustomobject] @{ Name = 'abc' } | Remove-CniInterconnect
        $wanted, $wanted.ToString(), [pscustomobject] @{ Id = $wanted } | Remove-Cni
        Should -Invoke -CommandName Remove-CniInterconnect -Times 2 -Exactly -ParameterFilter { $Name -eq 'ABC' }
        Should -Invoke -CommandName Remove-Cni -Times 3 -Exactly -ParameterFilter { $Id -eq $wanted }
    }

    It 'reject another resource in mocks' {
        Mock -CommandName Remove-CniInterconnect -MockWith { }
        Mock -CommandName Remove-Cni -MockWith { }
        { Get-CniSlot | Select-Object -First 1 | Remove-CniInterconnect -ErrorAction Stop } | Should -Throw -ErrorId 'InputObjectNotBound*'
        { Get-CniSlot | Select-Object -First 1 | Remove-Cni -ErrorAction Stop } | Should -Throw -ErrorId 'InputObjectNotBound*'
        Should -Invoke -CommandName Remove-CniInterconnect -Times 0 -Exactly
        Should -Invoke -CommandName Remove-Cni -Times 0 -Exactly
    }
}

Describe 'References' {
    It 'equal their text in any case, and differ from other text' {
        $name = [CloudflareCni.PowerShell.Binding.InterconnectReference] 'fra03-fr5-3'
        $name -eq 'FRA03-FR5-3' | Should -BeTrue
        'FRA03-FR5-3' -eq $name | Should -BeTrue
        $name -eq 'fra03-fr5-4' | Should -BeFalse
        $name -ne $null | Should -BeTrue
        @($name) -contains 'Fra03-fr5-3' | Should -BeTrue
        $id = [guid]::NewGuid()
        $slot = [CloudflareCni.PowerShell.Binding.SlotReference] $id
        $slot -eq $id | Should -BeTrue
        $slot -eq $id.ToString('B').ToUpperInvariant() | Should -BeTrue
        $slot -eq [guid]::NewGuid() | Should -BeFalse
        $slot.GetHashCode() | Should -Be ([CloudflareCni.PowerShell.Binding.SlotReference] $id.ToString('N')).GetHashCode()
        [CloudflareCni.PowerShell.Binding.CniReference] $id -eq $id | Should -BeTrue
    }
}
