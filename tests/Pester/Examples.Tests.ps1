BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'Get-Example.ps1')
    $script:Analyzer = [bool] (Get-Module -ListAvailable -Name PSScriptAnalyzer)
    $script:Examples = @(Get-HelpExample | ForEach-Object { @{ Source = $_.Source; Title = $_.Title; Code = $_.Code; NotRun = $_.NotRun; ShownError = $_.Error } })
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    . (Join-Path $PSScriptRoot 'Get-Example.ps1')
    $script:World = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'ExampleWorld.ps1'))
    $script:ReportPath = Join-Path (Join-Path $RepositoryRoot 'artifacts') 'examples.md'
    $script:Lines = New-Object -TypeName System.Collections.Generic.List[string]
    $script:OldModulePath = $env:PSModulePath

    # PowerShell analyzes a module that it finds automatically once per process. A runspace that looks for a command at the same time doesn't find it.
    $env:PSModulePath = (Split-Path -Parent $ModulePath) + [System.IO.Path]::PathSeparator + $OldModulePath
    $null = Get-Module -ListAvailable -Name CloudflareCni.PowerShell
    $env:PSModulePath = $OldModulePath

    function Clear-Environment {
        Get-ChildItem -Path Env:CLOUDFLARE_* | Remove-Item
        $env:PSModulePath = $OldModulePath
    }

    # Runs a script in a new session and returns its errors.
    function Invoke-Example {
        param([string] $Code, [string] $Folder)

        $shell = [System.Management.Automation.PowerShell]::Create()
        try {
            $null = $shell.AddScript($World).AddParameter('Manifest', $ManifestPath).AddParameter('Folder', $Folder).Invoke()
            if ($shell.HadErrors) { throw "The environment of the examples can't be created: $($shell.Streams.Error)" }
            $shell.Commands.Clear()
            $null = $shell.AddScript($Code).Invoke()
            @($shell.Streams.Error | ForEach-Object { '{0}: {1}' -f $_.FullyQualifiedErrorId, $_ })
        }
        catch {
            $cause = $_.Exception.InnerException
            if ($cause -isnot [System.Management.Automation.RuntimeException]) { throw }
            '{0}: {1}' -f $cause.ErrorRecord.FullyQualifiedErrorId, $cause.Message
        }
        finally {
            $shell.Commands.Clear()
            $null = $shell.AddScript('$served | Stop-CniSandbox').Invoke()
            $shell.Runspace.Dispose()
            $shell.Dispose()
            Clear-Environment
        }
    }
}

AfterAll {
    $all = @(Get-HelpExample)
    $pages = @($all | Where-Object { -not $_.Blocks })
    $notRun = @($pages | Where-Object NotRun)
    $report = @(
        '# Examples of the help'
        ''
        ('PowerShell {0}: {1} examples on {2} pages, {3} of them run, {4} not.' -f $PSVersionTable.PSVersion, $pages.Count, @($pages.Source | Sort-Object -Unique).Count, ($pages.Count - $notRun.Count), $notRun.Count)
        ('All {0} blocks of code in {1} about_ topics are run as well, each topic as one session.' -f ($all | Measure-Object -Property Blocks -Sum).Sum, @($all | Where-Object Blocks).Count)
        ''
        '| page | example | result |'
        '|---|---|---|'
    ) + $Lines
    [System.IO.File]::WriteAllText($ReportPath, ($report -join "`n") + "`n")
}

Describe 'Examples' {
    It 'runs against the sandbox without an error: <Source>, <Title>' -TestCases $script:Examples {
        if ($NotRun) {
            $Lines.Add("| $Source | $Title | not run: $NotRun |")
            return
        }

        $folder = Join-Path $TestDrive ([System.IO.Path]::GetRandomFileName())
        $null = New-Item -ItemType Directory -Path $folder
        $errors = @(Invoke-Example -Code $Code -Folder $folder)
        $Lines.Add("| $Source | $Title | $(if ($errors) { $errors -join '; ' } else { 'ran' }) |")
        if ($ShownError) {
            $errors.Count | Should -Be 1
            $errors[0] | Should -Match "^$ShownError,"
        }
        else {
            $errors | Should -BeNullOrEmpty
        }
    }

    It 'is skipped, with a reason, in at most 5 percent of all cases' {
        $pages = @(Get-HelpExample | Where-Object { -not $_.Blocks })
        @($pages | Where-Object NotRun).Count / $pages.Count | Should -BeLessOrEqual 0.05
    }

    It 'satisfies PSScriptAnalyzer (skipped without it): <Source>, <Title>' -TestCases $script:Examples -Skip:(-not $script:Analyzer) {
        $settings = Join-Path $PSScriptRoot 'ExampleAnalyzerSettings.psd1'
        Invoke-ScriptAnalyzer -ScriptDefinition $Code -Settings $settings | ForEach-Object { '{0}: {1} {2}' -f $_.Line, $_.RuleName, $_.Message } | Should -BeNullOrEmpty
    }

    It 'is ASCII: <Source>, <Title>' -TestCases $script:Examples {
        $Code | Should -Not -Match '[^\x00-\x7F]'
    }
}
