<#
.SYNOPSIS
    Creates the module's help file (MAML) from the Markdown pages, with Microsoft.PowerShell.PlatyPS.
.DESCRIPTION
    PlatyPS reads the pages and writes MAML. Then the remaining Markdown is converted to plain text, because Get-Help shows MAML unchanged: the code of an
    example moves to where Get-Help expects it, and line breaks within a paragraph, backticks, links within the project and comments are removed.
.EXAMPLE
    ./build/ConvertTo-ModuleHelp.ps1 -Destination ./module/en-US/CloudflareCni.PowerShell.dll-Help.xml
#>
[CmdletBinding()]
param(
    # The help file to write.
    [Parameter(Mandatory = $true)]
    [string] $Destination,

    # The folder of the pages, one for each cmdlet.
    [string] $PagePath = (Join-Path (Split-Path -Path $PSScriptRoot -Parent) 'docs/en-US')
)

$ErrorActionPreference = 'Stop'
$command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
$maml = 'http://schemas.microsoft.com/maml/2004/10'
$dev = 'http://schemas.microsoft.com/maml/dev/2004/10'

# Converts a paragraph of Markdown to plain text: `code`, **strong** and [text](address). Only web addresses are kept.
function ConvertTo-PlainText {
    param([string] $Text)

    $Text = [regex]::Replace($Text, '\[([^\]]+)\]\((https?:[^)\s]+)\)', '$1 ($2)')
    $Text = [regex]::Replace($Text, '\[([^\]]+)\]\([^)]+\)', '$1')
    $Text.Replace('`', '').Replace('**', '')
}

# The blocks of a piece of Markdown: code, list items and paragraphs, each paragraph on one line.
function Get-Block {
    param([string] $Text)

    $Text = [regex]::Replace($Text, '(?s)<!--.*?-->\s*', '')
    foreach ($part in [regex]::Matches($Text, '(?ms)^```(?<language>\w*)\n(?<code>.*?)\n```$|(?<prose>(?:^(?!```)[^\n]+(?:\n|\z))+)')) {
        if ($part.Groups['code'].Success) {
            [pscustomobject] @{ Language = $part.Groups['language'].Value; Text = $part.Groups['code'].Value }
            continue
        }

        $lines = [regex]::Replace($part.Groups['prose'].Value.Trim(), '\n(?![-|] )\s*', ' ')
        [pscustomobject] @{ Language = $null; Text = ConvertTo-PlainText -Text $lines }
    }
}

function Set-Paragraph {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes an object in memory.')]
    param([System.Xml.XmlElement] $Parent, [string[]] $Text)

    $Parent.RemoveAll()
    foreach ($paragraph in $Text) {
        $para = $Parent.OwnerDocument.CreateElement('maml', 'para', $maml)
        $para.InnerText = $paragraph
        $null = $Parent.AppendChild($para)
    }
}

function Get-Text {
    param([System.Xml.XmlElement] $Parent)

    @($Parent.ChildNodes | ForEach-Object InnerText | Where-Object { $_ -ne [string] [char] 0x80 }) -join "`n`n"
}

Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0
$pages = @(Get-ChildItem -LiteralPath $PagePath -Filter *.md | Sort-Object -Property Name -Culture '' | ForEach-Object { Import-MarkdownCommandHelp -LiteralPath $_.FullName })
$folder = Join-Path ([System.IO.Path]::GetTempPath()) ([System.IO.Path]::GetRandomFileName())
try {
    $document = [System.Xml.XmlDocument]::new()
    $document.Load(($pages | Export-MamlCommandHelp -OutputFolder $folder).FullName)
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue
}

$names = [System.Xml.XmlNamespaceManager]::new($document.NameTable)
$names.AddNamespace('command', $command)
$names.AddNamespace('maml', $maml)
$names.AddNamespace('dev', $dev)

foreach ($text in $document.SelectNodes('//maml:description[maml:para] | //maml:alert', $names)) {
    Set-Paragraph -Parent $text -Text (Get-Block -Text (Get-Text -Parent $text)).Text
}

foreach ($example in $document.SelectNodes('//command:example', $names)) {
    # Get-Help shows the introduction as a prompt before the code.
    $introduction = $example.SelectSingleNode('maml:introduction', $names)
    $blocks = @(Get-Block -Text (Get-Text -Parent $introduction))
    $code = @($blocks | Where-Object Language -eq 'powershell')
    $introduction.RemoveAll()
    $example.SelectSingleNode('dev:code', $names).InnerText = $code[0].Text
    Set-Paragraph -Parent $example.SelectSingleNode('dev:remarks', $names) -Text (@($blocks | Where-Object { $_ -ne $code[0] }).Text + '')
}

foreach ($page in $pages) {
    $parameters = $document.SelectNodes("//command:command[command:details/command:name = '$($page.Title)']/command:parameters/command:parameter", $names)
    foreach ($parameter in $parameters) {
        $type = $parameter.SelectSingleNode('dev:type', $names)
        foreach ($name in $parameter.SelectNodes('command:parameterValue | dev:type/maml:name', $names)) {
            $name.InnerText = [regex]::Replace($name.InnerText, '^System\.Nullable`1\[(.+)\]$', '$1').Split('.')[-1]
        }

        $parameterName = $parameter.SelectSingleNode('maml:name', $names).InnerText
        $default = ($page.Parameters | Where-Object Name -eq $parameterName).DefaultValue
        if ($default) {
            $element = $document.CreateElement('dev', 'defaultValue', $dev)
            $element.InnerText = $default
            $null = $parameter.InsertAfter($element, $type)
        }
    }
}

# PlatyPS requires a HelpUri on each page, and creates a link even if it's empty.
foreach ($link in @($document.SelectNodes('//maml:navigationLink[maml:linkText = "Online Version" and maml:uri = ""]', $names))) {
    $null = $link.ParentNode.RemoveChild($link)
}

foreach ($uri in $document.SelectNodes('//maml:navigationLink/maml:uri[not(starts-with(., "http"))]', $names)) {
    $uri.InnerText = ''
}

$settings = [System.Xml.XmlWriterSettings] @{ Indent = $true; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
$stream = [System.IO.MemoryStream]::new()
$writer = [System.Xml.XmlWriter]::Create($stream, $settings)
$document.Save($writer)
$writer.Dispose()
$text = $settings.Encoding.GetString($stream.ToArray()) + "`n"
[System.IO.File]::WriteAllText($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination), $text, $settings.Encoding)
