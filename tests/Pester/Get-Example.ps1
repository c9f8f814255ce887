# Dot-sourced by the tests of help: the examples of the pages and of the about_ topics.

# An example can contain a comment that readers of the page see but Get-Help doesn't show:
#   <!-- not run: <reason> -->     it can't run in a test
#   <!-- error: <id> -->           it shows an error intentionally
function Get-PageExample {
    param([string] $Path)

    $page = [System.IO.File]::ReadAllText($Path)
    $section = [regex]::Match($page, '(?ms)^## EXAMPLES\n(.*?)(?=^## )').Groups[1].Value
    foreach ($match in [regex]::Matches($section, '(?ms)^### (?<title>[^\n]+)\n(?<body>.*?)(?=^### |\z)')) {
        $body = $match.Groups['body'].Value
        [pscustomobject] @{
            Source = [System.IO.Path]::GetFileNameWithoutExtension($Path)
            Title  = $match.Groups['title'].Value
            Code   = [regex]::Match($body, '(?ms)^```powershell\n(.*?)\n```$').Groups[1].Value
            NotRun = [regex]::Match($body, '<!-- not run: (.*?) -->').Groups[1].Value
            Error  = [regex]::Match($body, '<!-- error: (\w+) -->').Groups[1].Value
        }
    }
}

# The blocks of a topic are one script, because a block can use the results of earlier blocks.
# A block is indented twice and follows a paragraph that ends with a colon.
function Get-TopicExample {
    param([string] $Path)

    $topic = [System.IO.File]::ReadAllText($Path)
    $blocks = foreach ($match in [regex]::Matches($topic, '(?m)^    \S[^\n]*:\n\n(?<code>(?:        [^\n]*\n)+)')) {
        [regex]::Replace($match.Groups['code'].Value.TrimEnd(), '(?m)^        ', '')
    }

    [pscustomobject] @{
        Source = [System.IO.Path]::GetFileName($Path) -replace '\.help\.txt$', ''
        Title  = 'all code'
        Blocks = @($blocks).Count
        Code   = @($blocks) -join "`n"
        NotRun = ''
        Error  = ''
    }
}

function Get-HelpExample {
    $root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    foreach ($page in Get-ChildItem -LiteralPath (Join-Path $root 'docs/en-US') -Filter *.md | Sort-Object -Property Name) {
        Get-PageExample -Path $page.FullName
    }

    foreach ($topic in Get-ChildItem -LiteralPath (Join-Path $root 'module/en-US') -Filter about_*.help.txt | Sort-Object -Property Name) {
        Get-TopicExample -Path $topic.FullName
    }
}
