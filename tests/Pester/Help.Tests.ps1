BeforeDiscovery {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    $script:PlatyPS = [bool] (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS)
    $script:Pages = @(Get-ChildItem -LiteralPath (Join-Path $root 'docs/en-US') -Filter *.md | ForEach-Object { @{ Name = $_.BaseName; Path = $_.FullName } })
    $script:Topics = @(Get-ChildItem -LiteralPath (Join-Path $root 'module/en-US') -Filter about_*.help.txt |
            ForEach-Object { @{ Name = $_.Name -replace '\.help\.txt$', ''; Path = $_.FullName } })
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
    . (Join-Path $PSScriptRoot 'Get-Example.ps1')
}

Describe 'Get-Help' {
    It 'shows synopsis, description, parameters and examples: <Name>' -TestCases $script:Pages {
        $help = Get-Help -Name $Name -Full
        $page = [System.IO.File]::ReadAllText($Path)
        $page.Contains("## SYNOPSIS`n`n$($help.Synopsis.Trim())`n") | Should -BeTrue
        $help.description.Text | Should -Not -BeNullOrEmpty
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $visible = (Get-Command -Name $Name).Parameters.Values | Where-Object { $_.Name -notin $common -and $_.Attributes.DontShow -notcontains $true }
        $help.parameters.parameter.name | Sort-Object | Should -Be ($visible.Name | Sort-Object)
        @($help.parameters.parameter | Where-Object { -not $_.description.Text }) | Should -BeNullOrEmpty
        @($help.examples.example.code) | Should -Be @((Get-PageExample -Path $Path).Code)
    }

    It 'shows text, and no Markdown: <Name>' -TestCases $script:Pages {
        $shown = Get-Help -Name $Name -Full | Out-String -Width 200
        $shown | Should -Not -Match '```|\*\*|<!--|\x80'
        foreach ($example in Get-PageExample -Path $Path) {
            $shown | Should -Match ([regex]::Escape($example.Title))
            $shown | Should -Match ([regex]::Escape($example.Code.Split("`n")[0]))
        }
    }

    It 'shows the topic: <Name>' -TestCases $script:Topics {
        (Get-Help -Name $Name | Out-String).Replace("`r", '').Trim() | Should -Be ([System.IO.File]::ReadAllText($Path).Trim())
    }
}

Describe 'The help file' {
    It 'is what Microsoft.PowerShell.PlatyPS generates from the pages (skipped without it)' -Skip:(-not $script:PlatyPS) {
        $made = Join-Path $TestDrive 'help.xml'
        & (Join-Path $RepositoryRoot 'build/ConvertTo-ModuleHelp.ps1') -Destination $made
        $committed = Join-Path $RepositoryRoot 'module/en-US/CloudflareCni.PowerShell.dll-Help.xml'
        [System.IO.File]::ReadAllText($made) | Should -BeExactly ([System.IO.File]::ReadAllText($committed)) -Because './build.ps1 Docs renews the committed one'
    }

    It 'is generated from pages that Microsoft.PowerShell.PlatyPS accepts (skipped without it): <Name>' -TestCases $script:Pages -Skip:(-not $script:PlatyPS) {
        Import-Module Microsoft.PowerShell.PlatyPS
        (Import-MarkdownCommandHelp -LiteralPath $Path).Diagnostics.Messages | Where-Object { "$($_.Severity)" -notin 'Information', 'Warning' } | Should -BeNullOrEmpty
    }
}
