BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    $script:Missing = '00000000-0000-0000-0000-000000000001'
}

Describe 'Errors' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
    }

    It 'can be distinguished in catch by FullyQualifiedErrorId with $ErrorActionPreference = Stop' {
        $ErrorActionPreference = 'Stop'
        $id = ''
        try {
            Get-Cni -Id $Missing
        }
        catch {
            $id = $_.FullyQualifiedErrorId
        }
        $id | Should -Match '^CniNotFound,CloudflareCni\.PowerShell\.'
    }

    It 'can be caught by type' {
        $caught = $null
        try {
            Get-Cni -Id $Missing -ErrorAction Stop
        }
        catch [CloudflareCni.CniApiException] {
            $caught = $_.Exception
        }
        [int] $caught.StatusCode | Should -Be 404
    }

    It 'have ID, category and target: <Id>' -TestCases @(
        @{ Id = 'CniNotFound'; Category = 'ObjectNotFound'; Script = { Get-Cni -Id 00000000-0000-0000-0000-000000000001 } }
        @{ Id = 'CniNotFound'; Category = 'ObjectNotFound'; Script = { Get-CniInterconnect -Name no-such } }
        @{ Id = 'CniInvalidArgument'; Category = 'InvalidArgument'; Script = { Get-Cni -Id not-a-guid } }
        @{ Id = 'CniInvalidArgument'; Category = 'InvalidArgument'; Script = { New-Cni -Interconnect dfw07-da1-1 -ConduitName x -Mtu 100 } }
        @{ Id = 'CniNameConflict'; Category = 'ResourceExists'; Script = { New-Cni -Interconnect lhr09-thn2-2 -ConduitName core-primary -Mtu 1500 } }
        @{ Id = 'CniAlreadyExists'; Category = 'ResourceExists'; Script = { New-Cni -Interconnect dfw07-da1-1 -ConduitName core-primary -Mtu 1500 } }
        @{ Id = 'CniInterconnectInUse'; Category = 'ResourceBusy'; Script = { Remove-CniInterconnect -Name dfw07-da1-1 -Force } }
    ) {
        $ErrorActionPreference = 'Stop'
        $problem = $null
        try { & $Script } catch { $problem = $_ }
        $problem.FullyQualifiedErrorId | Should -Match "^$Id,"
        $problem.CategoryInfo.Category | Should -Be $Category
        $problem.TargetObject | Should -Not -BeNullOrEmpty
        $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'let the command continue with the other objects, and are collected in -ErrorVariable' {
        $ids = @((Get-Cni)[0].Id, $Missing, 'nonsense', (Get-Cni)[1].Id)
        $found = Get-Cni -Id $ids -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Count | Should -Be 2
        $problems.Count | Should -Be 2
        @($problems | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' }) | Should -Be @('CniNotFound', 'CniInvalidArgument')
    }

    It 'are reported once and end the command if all further objects would fail' {
        $server = Start-CniSandbox
        try {
            $connection = Connect-Cni -NoDefault -BaseUri $server.BaseUri -ApiToken (New-Secret 'invalid') -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
            { $Missing, $Missing | Get-Cni -Connection $connection -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'CniAuthenticationFailed,*'
            $connection = Connect-Cni -NoDefault -BaseUri $server.BaseUri -ApiToken (New-Secret 'read-only') -AccountId 5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20
            { Set-CniSettings -DefaultAsn 64500 -Connection $connection -ErrorAction Stop -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'CniAccessDenied,*'
        }
        finally {
            $server | Stop-CniSandbox
        }
    }

    It 'show the advice once in every version of PowerShell, and set the exit code of pwsh -Command to 1' {
        $run = Invoke-OtherPowerShell -Script "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; Get-Cni -Id $Missing"
        # Ignore line breaks.
        [regex]::Matches((($run.Errors + $run.Output) -replace '[\s|]'), 'CheckthenameorID').Count | Should -Be 1
        $run.ExitCode | Should -Be 1
    }

    It 'show status, cf-ray, path and error ID in Get-Error' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Get-Cni -Id $Missing -ErrorAction SilentlyContinue -ErrorVariable problems
        $shown = Get-Error -InputObject $problems[0] | Out-String -Width 300
        $shown | Should -Match 'StatusCode\s*: 404'
        $shown | Should -Match 'Ray\s*: \S+'
        $shown | Should -Match 'Path\s*: \S+'
        $shown | Should -Match 'FullyQualifiedErrorId\s*: CniNotFound,'
    }

    It 'contain what is wrong and how to correct it: <Expected>' -TestCases @(
        @{ Expected = '*not-a-guid*'; Script = { Get-CniSlot -Id not-a-guid -ErrorAction Stop } }
        @{ Expected = '*576*9216*'; Script = { New-Cni dfw07-da1-1 -ConduitName x -Mtu 100 -ErrorAction Stop } }
        @{ Expected = '*4294967295*'; Script = { New-Cni dfw07-da1-1 -ConduitName x -Mtu 1500 -CustomerAsn 4294967296 -ErrorAction Stop } }
        @{ Expected = '*10.0.0.1/24*'; Script = { New-Cni dfw07-da1-1 -ConduitName x -Mtu 1500 -CustomerAsn 65000 -ExtraPrefix 10.0.0.1/24 -ErrorAction Stop } }
        @{ Expected = '*core-primary*'; Script = { Remove-CniInterconnect dfw07-da1-1 -Force -ErrorAction Stop } }
        @{ Expected = '*1G*50G*'; Script = { New-CniInterconnect -PairingKey 'a/us-east4/1' -Bandwidth 3G -ErrorAction Stop } }
    ) {
        $Script | Should -Throw -ExpectedMessage $Expected
    }

    It 'are not left in the exit code of pwsh -Command when nothing fails' {
        (Invoke-OtherPowerShell -Script "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; Get-CniSettings").ExitCode | Should -Be 0
    }

    It 'include a missing mandatory parameter in a noninteractive session' {
        $run = Invoke-OtherPowerShell -Script "$(Get-ImportLine); `$null = Connect-Cni -Sandbox; New-Cni -Interconnect dfw07-da1-1 -ConduitName x"
        $run.ExitCode | Should -Be 1
        $run.Errors + $run.Output | Should -Match 'Mtu'
    }
}
