using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.PowerShell.Tests.Reliability;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>Tests the files of Export-CniReport and Export-CniSupportBundle. The content of a page is tested in a browser.</summary>
public sealed class ExportTests
{
    public static TheoryData<string, string> Exports => new()
    {
        { "Export-CniReport", "report" },
        { "Export-CniSupportBundle", "support bundle" },
    };

    [Theory]
    [MemberData(nameof(Exports))]
    public void The_file_is_saved_once_and_replaced_on_request(string export, string what)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult first = session.Must($"{export} $args[0] dfw07-*", folder.At("deep/file"));
        RunResult second = session.Run($"{export} $args[0] -Verbose", folder.At("deep/file"));
        RunResult third = session.Must($"{export} -LiteralPath $args[0] -Force", folder.At("deep/file"));

        Assert.Equal(folder.At("deep/file"), first.One<FileInfo>().FullName);
        Assert.Equal(["CniFileFailed"], second.ErrorIds);
        Assert.Contains($"the {what} wasn't saved. Use -Force to replace it.", second.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(second.Requests());
        Assert.True(third.One<FileInfo>().Length > first.One<FileInfo>().Length / 2);
        Assert.Equal(["deep/file"], folder.Files);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void WhatIf_names_the_file_and_saves_nothing(string export, string what)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must($"{export} $args[0] -WhatIf", folder.At("file"));

        Assert.Matches($"What if: Save a {what} of .* as {Regex.Escape(folder.At("file"))}", result.Screen);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("Export-CniReport $args[0]")]
    [InlineData("Export-CniReport -LiteralPath $args[0]")]
    [InlineData("Export-CniSupportBundle $args[0]")]
    [InlineData("Export-CniSupportBundle -LiteralPath $args[0]")]
    public void A_folder_is_rejected_as_the_path_of_a_file(string script)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run(script, folder.Path);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("is a folder", result.AllErrors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_the_circuits_and_the_title()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        session.Must("Export-CniReport $args[0] -Title 'A & B <i>'", folder.At("report.html"));

        string page = File.ReadAllText(folder.At("report.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("<title>A &amp; B &lt;i&gt;</title>", page, StringComparison.Ordinal);
        Assert.Contains(">fra03-fr5-3</th>", page, StringComparison.Ordinal);
        Assert.Contains("no light received", page, StringComparison.Ordinal);
        Assert.Contains("RES01", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_has_the_ray_of_each_request()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("Get-CniInterconnect fra03-fr5-3 | Export-CniSupportBundle $args[0] -Verbose", folder.At("case.zip"));

        string[] rays = [.. result.Verbose.Select(line => Regex.Match(line, "cf-ray (\\S+)")).Where(match => match.Success).Select(match => match.Groups[1].Value)];
        string requests = Entry(folder.At("case.zip"), "requests.csv");
        Assert.NotEmpty(rays);
        Assert.All(rays.Skip(1), ray => Assert.Contains($"\"{ray}\"", requests, StringComparison.Ordinal));
        Assert.Contains("Interconnect fra03-fr5-3", Entry(folder.At("case.zip"), "README.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Export-CniReport $args[1] -Connection $args[0]")]
    [InlineData("Export-CniSupportBundle $args[1] -Connection $args[0]")]
    [InlineData("ConvertTo-CniDiagram -Connection $args[0]")]
    [InlineData("ConvertTo-CniDiagram -As Mermaid -Connection $args[0]")]
    public void Reports_and_bundles_contain_no_credentials_or_keys(string script)
    {
        using var session = new Session(connectSandbox: false);
        using var folder = new TemporaryFolder();
        object connection = session.Must("Connect-Cni -Sandbox -ApiToken $args[0] -NoDefault", Secret.Of(Canaries.Token)).Output.Single().BaseObject;
        session.Must("Get-Cni -Connection $args[0] | Where-Object Bgp | Set-Cni -Md5Key $args[1] -Connection $args[0] -Confirm:$false -WarningAction Ignore", connection, Canaries.Md5Key);

        RunResult result = session.Must($"{script} -Verbose", connection, folder.At("file"));

        (string Place, string? Text)[] texts =
        [
            ("the screen", result.Screen),
            .. result.Verbose.Select(line => ("a verbose line", (string?)line)),
            .. result.Output.Select(item => ("the output", (string?)item.ToString())),
            .. folder.Files.SelectMany(file => Texts(folder.At(file))),
        ];
        Assert.Empty(Canaries.Find(texts));
    }

    private static (string, string?)[] Texts(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes[0] != 'P')
        {
            return [("the file", Encoding.UTF8.GetString(bytes))];
        }

        using ZipArchive zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Select(entry => (entry.FullName, (string?)(entry.FullName + Read(entry))))];
    }

    private static string Entry(string path, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return Read(zip.GetEntry(name)!);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
