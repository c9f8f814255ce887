BeforeDiscovery {
    $script:Analyzer = [bool] (Get-Module -ListAvailable -Name PSScriptAnalyzer)
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $scripts = @(Get-Item -Path (Join-Path $root 'build.ps1')) +
    @(Get-ChildItem -Path (Join-Path $root 'build'), (Join-Path $root 'docs'), (Join-Path $root 'benchmarks') -Include *.ps1 -Recurse) +
    @(Get-ChildItem -Path (Join-Path $root 'module') -Include *.psd1 -Recurse) +
    @(Get-ChildItem -Path $PSScriptRoot -Include *.ps1, *.psd1 -Recurse)
    $script:Cases = @($scripts | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } })
    $script:Views = @(Get-ChildItem -Path (Join-Path $root 'module') -Filter *.ps1xml | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } })
}

Describe 'Scripts' {
    BeforeAll {
        $script:Settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
    }

    It 'satisfies PSScriptAnalyzer (skipped without it): <Name>' -TestCases $script:Cases -Skip:(-not $script:Analyzer) {
        $found = Invoke-ScriptAnalyzer -Path $Path -Settings $Settings
        $found | ForEach-Object { '{0}:{1} {2} {3}' -f $_.ScriptName, $_.Line, $_.RuleName, $_.Message } | Should -BeNullOrEmpty
    }

    It 'has syntax that Windows PowerShell 5.1 accepts (skipped without PSScriptAnalyzer): <Name>' -TestCases $script:Cases -Skip:(-not $script:Analyzer) {
        $rules = @{ IncludeRules = @('PSUseCompatibleSyntax'); Rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.4') } } }
        Invoke-ScriptAnalyzer -Path $Path -Settings $rules | ForEach-Object { '{0}:{1} {2}' -f $_.ScriptName, $_.Line, $_.Message } | Should -BeNullOrEmpty
    }

    It 'is ASCII, so that Windows PowerShell 5.1 reads it correctly without a BOM: <Name>' -TestCases $script:Cases {
        [System.IO.File]::ReadAllText($Path) | Should -Not -Match '[^\x00-\x7F]'
    }
}

Describe 'Types and views' {
    It 'is well-formed and does not contain scripts: <Name>' -TestCases $script:Views {
        $document = New-Object -TypeName System.Xml.XmlDocument
        $document.Load($Path)
        $document.SelectNodes('//ScriptBlock | //ScriptProperty | //ScriptMethod').Count | Should -Be 0
    }
}
