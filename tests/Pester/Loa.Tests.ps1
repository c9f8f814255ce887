BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-BuiltModule.ps1')
}

Describe 'Letters of authorization' {
    BeforeEach {
        $null = Connect-Cni -Sandbox
        $script:Folder = Join-Path $TestDrive ([System.IO.Path]::GetRandomFileName())
        $null = New-Item -ItemType Directory -Path $Folder
        Push-Location -LiteralPath $Folder
    }

    AfterEach {
        Pop-Location
    }

    It 'are saved for all physical interconnects in one line' {
        $files = Get-CniInterconnect | Where-Object SlotId | Save-CniLoa -Path ./loa
        $files.Count | Should -Be 7
        $files | Should -BeOfType ([System.IO.FileInfo])
        $files.DirectoryName | Sort-Object -Unique | Should -Be (Join-Path $Folder 'loa')
        foreach ($file in $files) {
            $bytes = [System.IO.File]::ReadAllBytes($file.FullName)
            [System.Text.Encoding]::ASCII.GetString($bytes, 0, 5) | Should -Be '%PDF-'
            [System.Text.Encoding]::ASCII.GetString($bytes, $bytes.Length - 16, 16) | Should -Match '%%EOF'
        }
    }

    It 'are saved as the specified file in the current location of PowerShell' {
        (Save-CniLoa -Name dfw07-da1-1 -Path order.pdf).FullName | Should -Be (Join-Path $Folder 'order.pdf')
        Test-Path -LiteralPath (Join-Path $Folder 'order.pdf') | Should -BeTrue
    }

    It 'are saved in the current location without -Path, and on a PSDrive' {
        (Save-CniLoa dfw07-da1-1).FullName | Should -Be (Join-Path $Folder 'dfw07-da1-1.pdf')
        (Save-CniLoa dfw07-da1-1 -Path 'TestDrive:\drive').Name | Should -Be 'dfw07-da1-1.pdf'
        Test-Path -LiteralPath (Join-Path (Join-Path $TestDrive 'drive') 'dfw07-da1-1.pdf') | Should -BeTrue
    }

    It 'are saved in a literal path with brackets' {
        $file = Save-CniLoa dfw07-da1-1 -LiteralPath 'site [1]'
        $file.FullName | Should -Be (Join-Path (Join-Path $Folder 'site [1]') 'dfw07-da1-1.pdf')
    }

    It 'are saved in a path from tab completion' {
        $null = New-Item -ItemType Directory -Path (Join-Path $Folder 'LOA [2026]')
        $typed = (TabExpansion2 -inputScript 'Set-Location -Path ./LO' -cursorColumn 23).CompletionMatches[0].CompletionText.Trim("'")
        (Save-CniLoa dfw07-da1-1 -Path $typed).DirectoryName | Should -Be (Join-Path $Folder 'LOA [2026]')
        @(Get-ChildItem -LiteralPath $Folder).Count | Should -Be 1
    }

    It 'are not saved in a path outside the file system: <Path>' -TestCases @(
        @{ Path = 'new [1]'; Message = '*-LiteralPath*' }
        @{ Path = 'x['; Message = '*-LiteralPath*' }
        @{ Path = 'Env:/x'; Message = '*Environment provider*' }
        @{ Path = 'Alias:'; Message = '*Alias provider*' }
        @{ Path = 'nowhere:/x'; Message = '*nowhere*' }
    ) {
        { Save-CniLoa dfw07-da1-1 -Path $Path -ErrorAction Stop } | Should -Throw -ErrorId 'CniInvalidArgument,*' -ExpectedMessage $Message
        @(Get-ChildItem -LiteralPath $Folder).Count | Should -Be 0
    }

    It 'are saved in the home folder' {
        $name = 'cni-' + [guid]::NewGuid().ToString('N')
        try {
            (Save-CniLoa dfw07-da1-1 -Path "~/$name").DirectoryName | Should -Be (Join-Path $HOME $name)
        }
        finally {
            Remove-Item -LiteralPath (Join-Path $HOME $name) -Recurse -ErrorAction SilentlyContinue
        }
    }

    It 'keep the mode and the link of a file that -Force replaces (skipped on Windows)' -Skip:($PSEdition -ne 'Core' -or $IsWindows) {
        Set-Content -LiteralPath (Join-Path $Folder 'target.pdf') -Value 'old'
        chmod 640 (Join-Path $Folder 'target.pdf')
        $null = New-Item -ItemType SymbolicLink -Path (Join-Path $Folder 'link.pdf') -Target (Join-Path $Folder 'target.pdf')
        $null = Save-CniLoa dfw07-da1-1 -Path link.pdf -Force
        (Get-Item -LiteralPath link.pdf).LinkType | Should -Be 'SymbolicLink'
        (Get-Item -LiteralPath target.pdf).UnixMode | Should -Be '-rw-r-----'
        (Get-Item -LiteralPath target.pdf).Length | Should -BeGreaterThan 100
    }

    It 'can be piped to file cmdlets' {
        $copy = Join-Path $Folder 'mail'
        $null = New-Item -ItemType Directory -Path $copy
        Get-CniInterconnect -Name dfw07-* | Save-CniLoa -Path loa | Copy-Item -Destination $copy
        @(Get-ChildItem -LiteralPath $copy -Filter *.pdf).Count | Should -Be 2
        (Get-CniInterconnect -Name lhr09-* | Save-CniLoa -Path loa | Get-FileHash).Hash | Should -Match '^[0-9A-F]{64}$'
    }

    It 'do not replace a file without -Force' {
        Set-Content -LiteralPath (Join-Path $Folder 'dfw07-da1-1.pdf') -Value 'mine'
        Save-CniLoa dfw07-da1-1 -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -Match '^CniFileFailed,'
        Get-Content -LiteralPath (Join-Path $Folder 'dfw07-da1-1.pdf') | Should -Be 'mine'
        (Save-CniLoa dfw07-da1-1 -Force).Length | Should -BeGreaterThan 100
    }

    It 'are saved for the others if one interconnect has no LOA' {
        $files = Get-CniInterconnect | Save-CniLoa -Path loa -ErrorAction SilentlyContinue -ErrorVariable problems
        $files.Count | Should -Be 7
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -Match '^CniLoaNotAvailable,'
        @(Get-ChildItem -LiteralPath loa).Count | Should -Be 7
    }

    It 'are not saved with -WhatIf' {
        Save-CniLoa dfw07-da1-1 -Path loa -WhatIf | Should -BeNullOrEmpty
        @(Get-ChildItem -LiteralPath $Folder).Count | Should -Be 0
    }

    It 'have a default customer name' {
        $name = Get-CniLoaName -Name dfw07-da1-1
        $name | Should -BeOfType ([string])
        $name | Should -Not -BeNullOrEmpty
    }
}
