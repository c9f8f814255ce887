using System;
using System.IO;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class SaveCniRouterConfigurationTests
{
    private const string Get = "Get-Cni -Interconnect dfw07-da1-1 | Get-CniRouterConfiguration -Platform Junos -WarningAction Ignore";
    private const string FileName = "cni-core-primary-junos.set";

    [Theory]
    [InlineData("-Path $args[0]")]
    [InlineData("-LiteralPath $args[0]")]
    public void In_a_folder_a_file_with_the_configuration_is_created(string arguments)
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must($"{Get} | Save-CniRouterConfiguration {arguments}", folder.At("new/routers [1]".Replace(" [1]", arguments.StartsWith("-L", StringComparison.Ordinal) ? " [1]" : "", StringComparison.Ordinal)));

        string file = result.One<FileInfo>().FullName;
        Assert.Equal(FileName, Path.GetFileName(file));
        Assert.Equal(session.Must($"({Get}).Text").One<string>(), File.ReadAllText(file));
    }

    [Fact]
    public void It_works_without_a_connection()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        session.Must($"$configuration = {Get}; Disconnect-Cni; Save-CniRouterConfiguration $configuration $args[0]", folder.Path);

        Assert.Equal([FileName], folder.Files);
    }

    [Fact]
    public void A_malicious_name_cannot_escape_the_folder()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        session.Must("Get-Cni -Interconnect dfw07-da1-1 | Set-Cni -ConduitName '../../up'");

        session.Must($"{Get} | Save-CniRouterConfiguration -Path $args[0]", folder.At("in"));

        Assert.Matches("^in/cni-up-[0-9a-f]{8}-junos\\.set$", Assert.Single(folder.Files));
    }

    [Fact]
    public void An_existing_file_is_replaced_only_with_Force()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At(FileName), "precious");

        RunResult refused = session.Run($"{Get} | Save-CniRouterConfiguration -Path $args[0]", folder.Path);
        string kept = File.ReadAllText(folder.At(FileName));
        session.Must($"{Get} | Save-CniRouterConfiguration -Path $args[0] -Force", folder.Path);

        Assert.Equal(["CniFileFailed"], refused.ErrorIds);
        Assert.Contains("-Force", refused.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("precious", kept);
        Assert.StartsWith("# Juniper Junos", File.ReadAllText(folder.At(FileName)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_twice_in_one_command_is_an_error()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Run($"$one = {Get}; $one, $one | Save-CniRouterConfiguration -Path $args[0] -Force", folder.Path);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal([FileName], folder.Files);
    }

    [Fact]
    public void WhatIf_shows_the_file_and_does_not_write_it()
    {
        using var session = new Session();
        using var folder = new TemporaryFolder();

        RunResult result = session.Must($"{Get} | Save-CniRouterConfiguration -Path $args[0] -WhatIf", folder.Path);

        Assert.Contains("Save the Junos configuration of CNI core-primary", result.Screen, StringComparison.Ordinal);
        Assert.Contains(FileName, result.Screen, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("-Path Env:")]
    [InlineData("-LiteralPath Env:routers")]
    public void A_path_that_is_not_a_folder_is_rejected(string arguments)
    {
        using var session = new Session();

        RunResult result = session.Run($"{Get} | Save-CniRouterConfiguration {arguments}");

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Contains("file system", result.AllErrors[0].ToString(), StringComparison.Ordinal);
    }
}
