using System;
using System.IO;
using System.Linq;
using System.Text;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class SaveCniLoaTests
{
    private const string Default = SandboxSamples.Empty + ".pdf";

    [Theory]
    [InlineData("Save-CniLoa $args[0] -Path $args[1] -Verbose")]
    [InlineData("Save-CniLoa $args[0] $args[1] -Verbose")]
    [InlineData("$args[0] | Save-CniLoa -Path $args[1] -Verbose")]
    [InlineData("Get-CniInterconnectStatus $args[0] | Save-CniLoa -LiteralPath $args[1] -Verbose")]
    public void In_a_folder_the_PDF_is_named_after_the_interconnect(string script)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must(script, SandboxSamples.Empty, folder.Path);

        Assert.Equal(folder.At(Default), result.One<FileInfo>().FullName);
        Assert.Equal([Default], folder.Files);
        Assert.StartsWith("%PDF-", Read(folder.At(Default)), StringComparison.Ordinal);
        Assert.Equal($"GET /interconnects/{SandboxSamples.Empty}/loa", result.Requests()[^1]);
    }

    [Theory]
    [InlineData("loa", "loa/" + Default)]
    [InlineData("deep/down", "deep/down/" + Default)]
    [InlineData("my.pdf", "my.pdf")]
    [InlineData("MY.PDF", "MY.PDF")]
    [InlineData("deep/my.pdf", "deep/my.pdf")]
    [InlineData("pdf", "pdf/" + Default)]
    public void A_path_that_ends_in_pdf_is_a_file_and_missing_folders_are_created(string path, string expected)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        session.Must("Save-CniLoa $args[0] $args[1]", SandboxSamples.Empty, folder.At(path));

        Assert.Equal([expected], folder.Files);
    }

    [Fact]
    public void A_folder_whose_name_ends_in_pdf_is_a_folder()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("all.pdf"));

        session.Must("Save-CniLoa $args[0] $args[1]", SandboxSamples.Empty, folder.At("all.pdf"));

        Assert.Equal(["all.pdf/" + Default], folder.Files);
    }

    [Theory]
    [InlineData("", Default)]
    [InlineData("-Path loa", "loa/" + Default)]
    [InlineData("-Path ./my.pdf", "my.pdf")]
    [InlineData("-LiteralPath my.pdf", "my.pdf")]
    [InlineData("-Path ~/my.pdf", "home/my.pdf")]
    [InlineData("-LiteralPath ~/loa", "home/loa/" + Default)]
    public void Relative_paths_start_at_the_current_location_and_home_is_resolved(string arguments, string expected)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("home"));
        session.Must("$ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.Path);
        session.Must("$ExecutionContext.SessionState.Provider.GetOne('FileSystem').Home = $args[0]", folder.At("home"));

        session.Must($"Save-CniLoa $args[0] {arguments}", SandboxSamples.Empty);

        Assert.Equal([expected], folder.Files);
    }

    [Fact]
    public void LiteralPath_accepts_brackets()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("Save-CniLoa $args[0] -LiteralPath $args[1]", SandboxSamples.Empty, folder.At("loa [1]/my [2].pdf"));

        Assert.Equal(["loa [1]/my [2].pdf"], folder.Files);
        Assert.Equal("my [2].pdf", result.One<FileInfo>().Name);
    }

    [Fact]
    public void A_path_with_a_wildcard_must_match_one_place()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("loa-2031"));
        Directory.CreateDirectory(folder.At("other-1"));
        Directory.CreateDirectory(folder.At("other-2"));

        session.Must("Save-CniLoa $args[0] $args[1]", SandboxSamples.Empty, folder.At("loa-*"));
        RunResult several = session.Run("Save-CniLoa $args[0] $args[1] -Verbose", SandboxSamples.Empty, folder.At("other-*"));
        RunResult none = session.Run("Save-CniLoa $args[0] $args[1] -Verbose", SandboxSamples.Empty, folder.At("nowhere-*"));

        Assert.Equal(["loa-2031/" + Default], folder.Files);
        Assert.Equal(["CniInvalidArgument", "CniInvalidArgument"], [.. several.ErrorIds, .. none.ErrorIds]);
        Assert.Contains("2 files or folders", several.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("-LiteralPath", none.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(several.Requests());
        Assert.Empty(none.Requests());
    }

    [Theory]
    [InlineData("-Path Env:")]
    [InlineData("-LiteralPath Env:loa")]
    [InlineData("-Path Variable:/x.pdf")]
    [InlineData("-Path Function::x.pdf")]
    [InlineData("-LiteralPath Alias:")]
    public void A_path_outside_the_file_system_is_rejected_before_any_request(string arguments)
    {
        using var session = new Session();

        RunResult result = session.Run($"Save-CniLoa $args[0] {arguments} -Verbose", SandboxSamples.Empty);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("Use a path in the file system", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData("-Path nowhere:/loa", "nowhere")]
    [InlineData("-LiteralPath nowhere:/loa", "nowhere")]
    [InlineData("-Path nowhere::/loa", "nowhere")]
    [InlineData("-Path 'loa [1]'", "-LiteralPath")]
    [InlineData("-Path 'x['", "-LiteralPath")]
    [InlineData("-Path 'nowhere[1]/loa'", "-LiteralPath")]
    [InlineData("-Path \"a`0b\"", "null character")]
    [InlineData("-LiteralPath \"a`0b\"", "null character")]
    public void An_invalid_path_is_an_error_before_any_request(string arguments, string named)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        session.Must("$ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.Path);

        RunResult result = session.Run($"Save-CniLoa $args[0] {arguments} -Verbose", SandboxSamples.Empty);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains(named, result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Requests());
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("-Path")]
    [InlineData("-LiteralPath")]
    public void A_Windows_network_path_is_rejected_on_other_systems(string parameter)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows opens it.");
            return;
        }

        using var session = new Session();

        RunResult result = session.Run($@"Save-CniLoa $args[0] {parameter} \\server\share\x.pdf -Verbose", SandboxSamples.Empty);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("network path", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Requests());
    }

    [Theory]
    [InlineData("./loa `[2026`]", "loa [2026]/" + Default)]
    [InlineData("./loa `[2026`]/", "loa [2026]/" + Default)]
    [InlineData("loa `[2026`]/x.pdf", "loa [2026]/x.pdf")]
    [InlineData("loa `[2026`]/new/x.pdf", "loa [2026]/new/x.pdf")]
    [InlineData("new `[1`]", "new [1]/" + Default)]
    [InlineData("new `[1`].pdf", "new [1].pdf")]
    public void An_escaped_path_from_tab_completion_works(string path, string expected)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("loa [2026]"));
        session.Must("$ExecutionContext.SessionState.Path.SetLocation($args[0])", folder.Path);

        session.Must("Save-CniLoa $args[0] -Path $args[1]", SandboxSamples.Empty, path);

        Assert.Equal([expected], folder.Files);
    }

    [Fact]
    public void Force_writes_through_a_link_and_keeps_the_mode_of_the_target()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("A link needs a privilege there, and a mode doesn't exist.");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("kept"));
        File.WriteAllText(folder.At("kept/target.pdf"), "old");
        File.SetUnixFileMode(folder.At("kept/target.pdf"), Mode);
        File.CreateSymbolicLink(folder.At("second.pdf"), "kept/target.pdf");
        File.CreateSymbolicLink(folder.At("first.pdf"), "second.pdf");

        session.Must("Save-CniLoa $args[0] $args[1] -Force", SandboxSamples.Empty, folder.At("first.pdf"));

        Assert.Equal(["first.pdf", "kept/target.pdf", "second.pdf"], folder.Files);
        Assert.Equal(("second.pdf", "kept/target.pdf"), (new FileInfo(folder.At("first.pdf")).LinkTarget, new FileInfo(folder.At("second.pdf")).LinkTarget));
        Assert.Equal(Mode, File.GetUnixFileMode(folder.At("kept/target.pdf")));
        Assert.StartsWith("%PDF-", Read(folder.At("kept/target.pdf")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.pdf")]
    [InlineData("link.pdf")]
    public void A_link_without_a_target_is_rejected_and_kept(string target)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("A link needs a privilege there.");
            return;
        }

        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("link.pdf"), target);

        RunResult result = session.Run("Save-CniLoa $args[0] $args[1] -Force -Verbose", SandboxSamples.Empty, folder.At("link.pdf"));

        Assert.Equal(["CniFileFailed"], result.ErrorIds);
        Assert.Contains("link", result.AllErrors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Requests());
        Assert.Equal(target, new FileInfo(folder.At("link.pdf")).LinkTarget);
    }

    [Fact]
    public void An_existing_file_is_kept_without_Force_and_no_LOA_is_requested()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At(Default), "precious");

        RunResult result = session.Run("Save-CniLoa $args[0], $args[1] $args[2] -Verbose", SandboxSamples.Empty, SandboxSamples.Carrying, folder.Path);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniFileFailed"], result.ErrorIds);
        Assert.Contains("-Force", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("precious", Read(folder.At(Default)));
        Assert.Equal($"{SandboxSamples.Carrying}.pdf", result.One<FileInfo>().Name);
        Assert.Equal([$"GET /interconnects/{SandboxSamples.Carrying}/loa"], result.Requests());
    }

    [Fact]
    public void Force_replaces_an_existing_file()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At(Default), "old");

        session.Must("Save-CniLoa $args[0] $args[1] -Force", SandboxSamples.Empty, folder.Path);

        Assert.Equal([Default], folder.Files);
        Assert.StartsWith("%PDF-", Read(folder.At(Default)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Force")]
    public void A_second_LOA_in_the_same_file_is_an_error_before_its_request(string force)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run($"$args[0], $args[1] | Save-CniLoa -Path $args[2] {force} -Verbose", SandboxSamples.Empty, SandboxSamples.Carrying, folder.At("one.pdf"));

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal(SandboxSamples.Carrying, result.Errors[0].TargetObject);
        Assert.Single(result.Output);
        Assert.Equal([$"GET /interconnects/{SandboxSamples.Empty}/loa"], result.Requests());
        Assert.Equal(["one.pdf"], folder.Files);
    }

    [Fact]
    public void One_line_saves_the_LOAs_of_all_physical_interconnects()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("Get-CniInterconnect | Where-Object SlotId | Save-CniLoa -Path $args[0]", folder.At("loa"));

        Assert.Equal(7, result.As<FileInfo>().Count);
        Assert.Equal(
            session.Must("Get-CniInterconnect -Type direct").As<CniInterconnect>().Select(interconnect => $"loa/{interconnect.Name}.pdf").Order(StringComparer.Ordinal),
            folder.Files);
    }

    [Theory]
    [InlineData("Save-CniLoa $args[0] $args[1]")]
    [InlineData("Get-CniInterconnect $args[0] | Save-CniLoa -Path $args[1]")]
    public void A_GCP_partner_interconnect_is_an_error_and_leaves_no_file(string script)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run(script, SandboxSamples.Gcp, folder.Path);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniLoaNotAvailable"], result.ErrorIds);
        Assert.Equal(SandboxSamples.Gcp, result.Errors[0].TargetObject);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_failure_leaves_no_file_or_the_old_one_and_the_command_continues()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("nowhere-1.pdf"), "old");

        RunResult result = session.Run("Save-CniLoa nowhere-1, nowhere-2, $args[0] $args[1] -Force", SandboxSamples.Empty, folder.Path);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniNotFound", "CniNotFound"], result.ErrorIds);
        Assert.Equal([Default, "nowhere-1.pdf"], folder.Files);
        Assert.Equal("old", Read(folder.At("nowhere-1.pdf")));
    }

    [Fact]
    public void A_name_from_the_API_cannot_escape_the_folder()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("in"));
        var evil = new CniInterconnect("../../evil:1", SandboxSamples.Account, "direct");

        RunResult result = session.Run("$args[0] | Save-CniLoa -Path $args[1] -WhatIf; $args[0] | Save-CniLoa -Path $args[1] -Verbose", evil, folder.At("in"));

        Assert.Contains(folder.At("in/" + LoaFileName.For(evil.Name)), result.Screen, StringComparison.Ordinal);
        Assert.Equal(["GET /interconnects/..%2F..%2Fevil%3A1/loa"], result.Requests());
        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("a/b:c*?")]
    [InlineData("NUL")]
    [InlineData("[1]")]
    public void An_unsafe_name_becomes_a_safe_file_name(string name)
    {
        using var server = ScriptedServer.Always(Letter);
        using Session session = server.Connect();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("$args[0] | Save-CniLoa -Path $args[1]", new CniInterconnect(name, SandboxSamples.Account, "direct"), folder.At("in"));

        Assert.Equal(["in/" + LoaFileName.For(name)], folder.Files);
        Assert.Equal(LoaFileName.For(name), result.One<FileInfo>().Name);
    }

    public static TheoryData<string> BadTransfers => ["{\"message\": \"no PDF\"}", "<html>Sign in</html>", "", "truncated"];

    [Theory]
    [MemberData(nameof(BadTransfers))]
    public void A_response_that_is_not_a_complete_PDF_leaves_no_file(string body)
    {
        using var server = ScriptedServer.Always(body == "truncated" ? Letter with { Truncate = true } : Letter with { Body = Encoding.UTF8.GetBytes(body) });
        using Session session = server.Connect();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run("Save-CniLoa any $args[0]", folder.Path);

        Assert.Single(result.AllErrors);
        Assert.Empty(result.Output);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_response_that_is_not_a_PDF_is_an_error_and_keeps_the_old_file()
    {
        using var server = ScriptedServer.Always(Letter with { Body = "<html>Sign in</html>"u8.ToArray() });
        using Session session = server.Connect();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("any.pdf"), "old");

        RunResult result = session.Run("Save-CniLoa any $args[0] -Force", folder.Path);

        Assert.Equal(["CniInvalidResponse"], result.ErrorIds);
        Assert.Equal(["any.pdf"], folder.Files);
        Assert.Equal("old", Read(folder.At("any.pdf")));
    }

    [Fact]
    public void The_customer_name_replaces_the_account_name()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        string longest = new('x', 200);

        session.Must("Save-CniLoa $args[0] $args[1]", SandboxSamples.Empty, folder.At("account.pdf"));
        RunResult named = session.Must("Save-CniLoa $args[0] $args[1] -CustomerName 'Acme & Söhne' -Verbose", SandboxSamples.Empty, folder.At("named.pdf"));
        session.Must("Save-CniLoa $args[0] $args[1] -CustomerName $args[2]", SandboxSamples.Empty, folder.At("long.pdf"), longest);

        Assert.Contains("Sandbox Example Networks", Read(folder.At("account.pdf")), StringComparison.Ordinal);
        Assert.Equal([$"GET /interconnects/{SandboxSamples.Empty}/loa?name=Acme%20%26%20S%C3%B6hne"], named.Requests());
        Assert.DoesNotContain("Sandbox Example Networks", Read(folder.At("named.pdf")), StringComparison.Ordinal);
        Assert.Contains("xxxx", Read(folder.At("long.pdf")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData(null)]
    public void An_invalid_customer_name_ends_the_command(string? name)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run(
            "Save-CniLoa $args[0], $args[1] $args[2] -CustomerName $args[3] -Verbose", SandboxSamples.Empty, SandboxSamples.Carrying, folder.Path, name ?? new string('x', 201));

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.Requests());
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void WhatIf_does_not_request_or_save_anything()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must("Save-CniLoa $args[0] $args[1] -WhatIf -Verbose", SandboxSamples.Empty, folder.At("loa"));

        Assert.Contains(folder.At("loa/" + Default), result.Screen, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.Empty(result.Requests());
        Assert.False(Directory.Exists(folder.At("loa")));
    }

    private static ScriptedAnswer Letter => ScriptedAnswer.Ok("%PDF-1.4\n%%EOF\n") with { ContentType = "application/pdf" };

    private static string Read(string path) => File.ReadAllText(path, Encoding.Latin1);
}
