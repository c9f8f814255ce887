BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    Connect-Cni -Sandbox | Out-Null

    # PowerShell breaks lines between words for the languages that it knows.
    [cultureinfo]::CurrentUICulture = 'en-US'
}

AfterAll {
    Disconnect-Cni
}

Describe 'Get-CniNextStep' {
    It 'takes circuits, interconnects and names from the pipeline' {
        $expected = (Get-CniNextStep -Circuit fra03-fr5-3).What
        (Get-CniInterconnect fra03-fr5-3 | Get-CniNextStep).What | Should -Be $expected
        ('fra03-fr5-3' | Get-CniNextStep).What | Should -Be $expected
        ([pscustomobject] @{ Name = 'fra03-fr5-3' } | Get-CniNextStep).What | Should -Be $expected
    }

    It 'quotes the words of the API and numbers the steps' {
        $steps = @(Get-CniNextStep -Circuit fra03-fr5-3)
        $steps[0].Why | Should -BeLike "*'no light received*"
        $steps.Step | Should -Be (1..$steps.Count)
        $steps.Reason | Select-Object -Unique | Should -BeLike 'no light received*'
    }

    It 'fits a screen of <_> columns' -ForEach 80, 120 {
        $lines = (Get-CniNextStep -IncludeHealthy -Platform SrLinux | Out-String -Width $_) -split '\r?\n'
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $lines | Should -Contain '   Circuit: fra03-fr5-3'
        $lines -like '   1. *' | Should -Not -BeNullOrEmpty
        $lines -like '      > *' | Should -Not -BeNullOrEmpty
    }

    It 'completes circuits and platforms' {
        (TabExpansion2 -inputScript 'Get-CniNextStep -Platform J' -cursorColumn 27).CompletionMatches.CompletionText | Should -Be 'Junos'
    }
}

Describe 'Test-CniResiliency' {
    It 'returns one report, and says what is left after a loss' {
        $report = Test-CniResiliency -Without dfw07
        $report | Should -HaveCount 1
        $report.Lost | Should -Be 'dfw07-da1-1', 'dfw07-da1-4'
        $report.Circuits | Should -Not -Contain 'dfw07-da1-1'
        $report.Findings.Rule | Should -Be (1..15 | ForEach-Object { 'RES{0:00}' -f $_ })
    }

    It 'is a question with yes or no in a runbook' {
        Test-CniResiliency -Tier Standard -Quiet | Should -BeTrue
        Test-CniResiliency -Tier Maximum -Quiet | Should -BeFalse
    }

    It 'refuses the loss of what is not there' {
        { Test-CniResiliency -Without nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'CniInvalidArgument,*'
    }

    It 'fits a screen of <_> columns' -ForEach 80, 120 {
        $lines = (Test-CniResiliency -Tier Maximum -Without fra03 | Out-String -Width $_) -split '\r?\n'
        $lines | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $lines | Should -Contain 'What blocks the tier Maximum'
        $table = ((Test-CniResiliency).Findings | Out-String -Width $_) -split '\r?\n'
        $table | Where-Object Length -GT $_ | Should -BeNullOrEmpty
        $table[1..3] -match '^Rule +Result +Severity +Evidence +Recommendation' | Should -Not -BeNullOrEmpty
    }
}

Describe 'Removing a link' {
    It 'names the Magic routes that still go over it' {
        $cni = Get-Cni | Where-Object ConduitName -EQ core-primary
        $cni | Remove-Cni -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeLike '2 Magic routes (10.10.0.0/16, 10.11.0.0/16) still go over CNI core-primary*'
    }
}
