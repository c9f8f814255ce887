BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $script:Server = Start-CniSandbox -ReadyAfterSec 0
    $script:BaseUri = $Server.BaseUri.AbsoluteUri
    $script:Account = '5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20'
    $script:Names = 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_API_KEY', 'CLOUDFLARE_EMAIL', 'CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_BASE_URL'
    function Clear-Environment { foreach ($name in $Names) { Remove-Item -Path "Env:$name" -ErrorAction SilentlyContinue } }
}

AfterAll {
    $Server | Stop-CniSandbox
}

Describe 'Connections' {
    BeforeEach {
        Clear-Environment
        Disconnect-Cni
    }

    AfterEach {
        Clear-Environment
        Disconnect-Cni
    }

    It 'connects with a token from ConvertTo-SecureString' {
        $token = ConvertTo-SecureString -String 'practice-token' -AsPlainText -Force
        $connection = Connect-Cni -ApiToken $token -AccountId $Account -BaseUri $BaseUri
        $connection.AccountId | Should -Be $Account
        (Get-CniSettings).DefaultAsn | Should -Be 13335
    }

    It 'connects with a credential that has the account as user name and the token as password' {
        $credential = New-Object -TypeName PSCredential -ArgumentList $Account, (New-Secret 'practice-token')
        (Connect-Cni -Credential $credential -BaseUri $BaseUri).AccountId | Should -Be $Account
        (Get-CniSettings).AccountId | Should -Be $Account
    }

    It 'connects with email and key' {
        $null = Connect-Cni -Email 'noc@example.com' -ApiKey (New-Secret 'practice-key') -AccountId $Account -BaseUri $BaseUri
        (Get-CniConnection).Email | Should -Be 'noc@example.com'
        (Get-CniSettings).DefaultAsn | Should -Be 13335
    }

    It 'finds the only account of a token' {
        (Connect-Cni -ApiToken (New-Secret 'practice-token') -BaseUri $BaseUri).AccountId | Should -Be $Account
    }

    It 'lists the accounts if a token has access to several' {
        { Connect-Cni -ApiToken (New-Secret 'two-accounts') -BaseUri $BaseUri } | Should -Throw -ExpectedMessage "*$Account*-AccountId*"
    }

    It 'accepts a hashtable, such as an Automation connection asset, in Connect-Cni and in every cmdlet' {
        $asset = @{ AccountId = $Account; ApiToken = 'practice-token'; BaseUri = $BaseUri }
        (Connect-Cni -Connection $asset -NoDefault).AccountId | Should -Be $Account
        Get-CniConnection | Should -BeNullOrEmpty
        @(Get-CniInterconnect -Connection $asset).Count | Should -BeGreaterThan 0
        @(Get-CniInterconnect -Connection @{ AccountId = $Account; ApiToken = (New-Secret 'practice-token'); BaseUri = $BaseUri }).Count | Should -BeGreaterThan 0
    }

    It 'accepts an object with the same properties, such as ConvertFrom-Json returns' {
        $asset = @{ AccountId = $Account; ApiToken = 'practice-token'; BaseUri = $BaseUri } | ConvertTo-Json | ConvertFrom-Json
        (Connect-Cni -Connection $asset -NoDefault).AccountId | Should -Be $Account
        (Get-CniSettings -Connection $asset).AccountId | Should -Be $Account
    }

    It 'removes the default connection if Connect-Cni fails, even during binding' {
        $null = Connect-Cni -Sandbox
        { Connect-Cni -ApiToken 'text' } | Should -Throw -ExpectedMessage '*SecureString*'
        Get-CniConnection | Should -BeNullOrEmpty
        { Get-CniSettings } | Should -Throw -ErrorId 'CniNotConnected*'
    }

    It 'does not keep the default connection in a variable' {
        $null = Connect-Cni -Sandbox
        Get-Variable -ValueOnly | Where-Object { $_ -is [CloudflareCni.PowerShell.Connections.CniConnection] } | Should -BeNullOrEmpty
    }

    It 'removes the default connection when ForEach-Object -Parallel reuses a runspace' -Skip:($PSEdition -ne 'Core') {
        $seen = 1..3 | ForEach-Object -ThrottleLimit 1 -Parallel {
            Import-Module -Name $using:ManifestPath
            "before: $(Get-CniConnection)"
            $null = Connect-Cni -Sandbox
        }
        $seen | Should -Be @('before: ', 'before: ', 'before: ')
    }

    It 'connects to loopback without the proxy from the environment' {
        $before = $env:http_proxy, $env:ALL_PROXY
        try {
            $env:http_proxy = $env:ALL_PROXY = 'http://127.0.0.1:1'
            $result = Invoke-OtherPowerShell "$(Get-ImportLine); (Get-CniSettings -Connection @{ ApiToken = 'practice'; BaseUri = '$BaseUri' }).DefaultAsn"
            $result.Errors | Should -BeNullOrEmpty
            $result.Output.Trim() | Should -Be 13335
        }
        finally {
            $env:http_proxy, $env:ALL_PROXY = $before
        }
    }

    It 'reports an unknown key in the hashtable' {
        { Get-CniSettings -Connection @{ AccountId = $Account; Token = 'practice-token' } } | Should -Throw -ExpectedMessage "*'Token'*ApiToken*"
    }

    It 'connects with environment variables only' {
        $env:CLOUDFLARE_API_TOKEN = 'practice-token'
        $env:CLOUDFLARE_ACCOUNT_ID = $Account
        $env:CLOUDFLARE_BASE_URL = $BaseUri
        (Get-CniSettings).AccountId | Should -Be $Account
        (Get-CniConnection).BaseUri.AbsoluteUri | Should -Be $BaseUri
    }

    It 'keeps two connections separate' {
        $one = Connect-Cni -Sandbox -NoDefault
        $two = Connect-Cni -Sandbox -NoDefault
        Get-Cni -Connection $one | Remove-Cni -Connection $one -Force
        Get-Cni -Connection $one | Should -BeNullOrEmpty
        @(Get-Cni -Connection $two).Count | Should -Be 8
    }

    It 'explains how to connect if there is no connection' {
        { Get-CniSlot } | Should -Throw -ErrorId 'CniNotConnected,*' -ExpectedMessage '*Connect-Cni*-Connection*CLOUDFLARE_API_TOKEN*'
    }

    It 'saves the state of a sandbox in a file' {
        $state = Join-Path $TestDrive 'world.json'
        $null = Connect-Cni -Sandbox -StatePath $state
        Get-Cni | Remove-Cni -Force
        Disconnect-Cni
        $null = Connect-Cni -Sandbox -StatePath $state
        Get-Cni | Should -BeNullOrEmpty
        $null = Connect-Cni -Sandbox
        @(Get-Cni).Count | Should -Be 8
    }
}

Describe 'Secrets' {
    It 'shows no secret in a transcript, in any stream, in a property, in a file or in an error: <Credential>' -TestCases @(
        @{ Credential = '-ApiToken $token' }
        @{ Credential = '-Email noc@example.com -ApiKey $token' }
    ) {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $exported = Join-Path $TestDrive 'connection.xml'
        $env:PESTER_SECRET = 'tok-3nS1cHtb4r'
        try {
            $script = @"
$(Get-ImportLine)
`$null = Start-Transcript -Path '$($transcript.Replace("'", "''"))'
`$VerbosePreference = 'Continue'; `$DebugPreference = 'Continue'
`$token = ConvertTo-SecureString -String `$env:PESTER_SECRET -AsPlainText -Force
Connect-Cni $Credential -AccountId $Account -BaseUri $BaseUri | Format-List -Property *
Get-CniConnection | ConvertTo-Json -Depth 5
Get-CniConnection | Out-String
"`$(Get-CniConnection)"
`$connection = Get-CniConnection
Get-Variable | Format-List -Property * | Out-String
`$connection, `$token | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
`$connection | Export-Clixml -Path '$($exported.Replace("'", "''"))' -Depth 8
Get-Content -Path '$($exported.Replace("'", "''"))'
Get-CniSettings
Get-Cni -Id 00000000-0000-0000-0000-000000000001
Get-CniSettings -Connection @{ AccountId = '$Account'; ApiToken = `$env:PESTER_SECRET; Wrong = 1 }
`$Error | Format-List -Property * -Force
`$null = Stop-Transcript
"@
            $run = Invoke-OtherPowerShell -Script $script
            $text = Get-Content -LiteralPath $transcript | Out-String
            $text | Should -Match 'GET /accounts/'
            $text | Should -Match "'Wrong'"
            $text + $run.Output + $run.Errors | Should -Not -Match $env:PESTER_SECRET
        }
        finally {
            Remove-Item -Path Env:PESTER_SECRET
        }
    }
}

Describe 'Jobs and parallel runs' {
    It 'works in Start-Job with a hashtable' {
        $asset = @{ AccountId = $Account; ApiToken = 'practice-token'; BaseUri = $BaseUri }
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:ManifestPath
            Get-CniInterconnect -Connection $using:asset
        }
        $found = $job | Receive-Job -Wait -AutoRemoveJob
        $found.Count | Should -Be 9
        $null = Connect-Cni -Connection $asset
        @($found | Get-CniInterconnectStatus).Count | Should -Be 9
        Disconnect-Cni
    }

    It 'explains what to do if a connection was sent to another process' {
        $connection = Connect-Cni -Sandbox -NoDefault
        $job = Start-Job -ScriptBlock {
            Import-Module -Name $using:ManifestPath
            try { Get-CniSettings -Connection $using:connection } catch { $_.Exception.Message }
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Match 'another process|hashtable'
    }

    It 'shares a connection with ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-Cni -Sandbox -NoDefault
        $states = Get-CniInterconnect -Connection $connection | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module -Name $using:ManifestPath
            $_ | Get-CniInterconnectStatus -Connection $using:connection
        }
        $states.Count | Should -Be 9
    }

    It 'has a separate default connection in each runspace' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $null = Connect-Cni -Sandbox
        1..2 | ForEach-Object -Parallel { Import-Module -Name $using:ManifestPath; @(Get-CniConnection).Count } | Should -Be @(0, 0)
        Disconnect-Cni
    }
}
