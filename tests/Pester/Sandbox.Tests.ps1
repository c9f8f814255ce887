BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $script:Account = '5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20'
    $script:Header = @{ Authorization = 'Bearer practice-token' }
}

Describe 'Start-CniSandbox' {
    AfterEach {
        $Server | Stop-CniSandbox
        Disconnect-Cni
    }

    It 'returns the same objects to Invoke-RestMethod as to the cmdlets' {
        $script:Server = Start-CniSandbox
        $Server.BaseUri.AbsoluteUri | Should -Be "http://127.0.0.1:$($Server.Port)/client/v4"
        $null = Connect-Cni -BaseUri $Server.BaseUri -ApiToken (New-Secret 'practice-token') -AccountId $Account
        $answer = Invoke-RestMethod -Uri "$($Server.BaseUri)/accounts/$Account/cni/interconnects" -Headers $Header
        $answer.items.name | Should -Be (Get-CniInterconnect).Name

        Get-Cni | Select-Object -First 1 | Set-Cni -Description 'seen by both'
        $answer = Invoke-RestMethod -Uri "$($Server.BaseUri)/accounts/$Account/cni/cnis" -Headers $Header
        $answer.items[0].magic.description | Should -Be 'seen by both'
    }

    It 'accepts objects that Invoke-RestMethod creates' {
        $script:Server = Start-CniSandbox
        $null = Connect-Cni -BaseUri $Server.BaseUri -ApiToken (New-Secret 'practice-token') -AccountId $Account
        $body = @{ account = $Account; interconnect = 'ams07-am5-6'; magic = @{ conduit_name = 'rest1'; description = ''; mtu = 1500 } } | ConvertTo-Json
        $made = Invoke-RestMethod -Method Post -Uri "$($Server.BaseUri)/accounts/$Account/cni/cnis" -Headers $Header -Body $body -ContentType 'application/json'
        (Get-Cni -Id $made.id).ConduitName | Should -Be 'rest1'
    }

    It 'has the specified number of slots' {
        $script:Server = Start-CniSandbox -SlotCount 45
        $null = Connect-Cni -BaseUri $Server.BaseUri -ApiToken (New-Secret 'practice-token') -AccountId $Account
        @(Get-CniSlot).Count | Should -Be 45
        @(Get-RequestLine { Get-CniSlot -PageSize 10 }).Count | Should -Be 5
    }

    It 'is shared with another PowerShell' {
        $script:Server = Start-CniSandbox
        $other = "$(Get-ImportLine); Get-Cni -Connection @{ AccountId = '$Account'; ApiToken = 'x'; BaseUri = '$($Server.BaseUri)' } | Remove-Cni -Force -Connection @{ AccountId = '$Account'; ApiToken = 'x'; BaseUri = '$($Server.BaseUri)' }"
        (Invoke-OtherPowerShell -Script $other).Errors.Trim() | Should -BeNullOrEmpty
        $null = Connect-Cni -BaseUri $Server.BaseUri -ApiToken (New-Secret 'practice-token') -AccountId $Account
        Get-Cni | Should -BeNullOrEmpty
    }

    It 'reports a port in use' {
        $script:Server = Start-CniSandbox
        { Start-CniSandbox -Port $Server.Port } | Should -Throw -ErrorId 'CniInvalidArgument,*' -ExpectedMessage "*$($Server.Port)*. Choose another port*"
    }

    It 'rejects a -StatePath that is not a file: <Path>' -TestCases @(
        @{ Path = 'Env:/x'; Message = '*Environment provider*' }
        @{ Path = 'TestDrive:/new[1].json'; Message = '*backtick*' }
        @{ Path = 'TestDrive:/'; Message = '*is a folder*' }
    ) {
        { Start-CniSandbox -StatePath $Path } | Should -Throw -ErrorId 'CniInvalidArgument,*StartCniSandboxCommand' -ExpectedMessage $Message
        { Connect-Cni -Sandbox -StatePath $Path } | Should -Throw -ErrorId 'CniInvalidArgument,*ConnectCniCommand' -ExpectedMessage $Message
    }

    It 'keeps its state in the file of an escaped -StatePath' {
        $null = Connect-Cni -Sandbox -StatePath 'TestDrive:/state`[1`].json'
        Get-Cni | Select-Object -First 1 | Set-Cni -Description 'kept'
        Test-Path -LiteralPath (Join-Path $TestDrive 'state[1].json') | Should -BeTrue
        $script:Server = Start-CniSandbox -StatePath 'TestDrive:/state`[1`].json'
        $null = Connect-Cni -BaseUri $Server.BaseUri -ApiToken (New-Secret 'practice-token') -AccountId $Account
        (Get-Cni)[0].Description | Should -Be 'kept'
    }

    It 'does not start with -WhatIf' {
        $script:Server = Start-CniSandbox
        Start-CniSandbox -WhatIf | Should -BeNullOrEmpty
    }
}

Describe 'Stop-CniSandbox' {
    It 'stops the server by object or by port, and frees the port' {
        $first = Start-CniSandbox
        Stop-CniSandbox -Port $first.Port
        { Invoke-RestMethod -Uri "$($first.BaseUri)/accounts" -Headers $Header -TimeoutSec 20 } | Should -Throw
        $again = Start-CniSandbox -Port $first.Port
        $again.Port | Should -Be $first.Port
        $again | Stop-CniSandbox
    }
}
