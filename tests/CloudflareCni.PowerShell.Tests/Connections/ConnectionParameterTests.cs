using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>The -Connection parameter of every cmdlet that calls the API.</summary>
public sealed class ConnectionParameterTests
{
    private static readonly string Id = Samples.CniId.ToString();

    private static readonly string[] Table =
    [
        $"Get-Cni {Id}",
        "Get-CniInterconnect some",
        "Get-CniInterconnectStatus some",
        "Get-CniLoaName some",
        $"Get-CniRouterConfiguration {Id} -Platform Frr",
        "Get-CniSettings",
        $"Get-CniSlot {Id}",
        "New-Cni some -ConduitName x -Mtu 1500",
        $"New-CniInterconnect {Id}",
        $"Remove-Cni {Id} -Force",
        "Remove-CniInterconnect some -Force",
        "Save-CniLoa some -LiteralPath $folder",
        $"Set-Cni {Id} -Mtu 1476",
        "Set-CniSettings 64512",
        "Wait-CniInterconnect some",
    ];

    /// <summary>Commands that read several lists, or none of the CNI API. A part that can't be read isn't the end of them.</summary>
    private static readonly string[] Readers =
    [
        "@{ format = 1 } | Compare-CniConfiguration",
        "ConvertTo-CniDiagram",
        "Export-CniConfiguration",
        "Export-CniReport -LiteralPath $folder/report.html",
        "Export-CniSupportBundle -LiteralPath $folder/case.zip",
        "Get-CniAccount",
        "Get-CniCircuit",
        "Get-CniMagicInterconnect",
        "Get-CniMagicRoute",
        "Get-CniNextStep",
        "@{ format = 1 } | Import-CniConfiguration -WhatIf",
        "Test-CniResiliency",
    ];

    public static TheoryData<string> Commands => new(Table);

    public static TheoryData<string> ReadingCommands => new(Readers);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Accepts_a_connection(string command)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using var session = new Session();
        object connection = session.Must(
            "Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId mine -NoDefault", server.BaseUri, Secret.Of("t")).Output.Single();

        AssertAsks(session, server, command, connection);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Accepts_a_hashtable_instead_of_a_connection(string command)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using var session = new Session();

        AssertAsks(session, server, command, new Hashtable { ["AccountId"] = "mine", ["ApiToken"] = "t", ["BaseUri"] = server.BaseUri });
    }

    [Theory]
    [MemberData(nameof(ReadingCommands))]
    public void Reads_with_the_connection(string command)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such thing"));
        using var session = new Session();
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            var connection = new Hashtable { ["AccountId"] = "mine", ["ApiToken"] = "t", ["BaseUri"] = server.BaseUri };
            session.Run($"param($connection, $folder) {command} -Connection $connection", connection, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.NotEmpty(server.Requests);
        Assert.All(server.Requests, request => Assert.Equal("Bearer t", request.Header("Authorization")));
    }

    [Fact]
    public void Every_cmdlet_with_a_connection_is_in_the_table()
    {
        using var session = new Session(connectSandbox: false);
        IEnumerable<string> cmdlets = session.Must(
            "(Get-Command -Module CloudflareCni.PowerShell | Where-Object { $_.Parameters.Connection.ParameterType.Name -eq 'CniConnection' }).Name").As<string>();

        // Its result contains the errors. TestCniConnectionTests tests it with a connection.
        Assert.Equal(cmdlets.Where(name => name != "Test-CniConnection").Order(), Table.Concat(Readers).Select(command => command.Split(' ').First(word => word.Contains("-Cni", System.StringComparison.Ordinal))).Order());
    }

    [Theory]
    [InlineData("@{ ApiToken = 'token-that-nobody-may-see'; Color = 'blue' }", "ParameterArgumentTransformationError", "'Color' isn't a valid connection key")]
    [InlineData("@{ AccountId = 'mine' }", "ParameterArgumentTransformationError", "doesn't have a credential")]
    [InlineData("'token-that-nobody-may-see'", "ParameterArgumentTransformationError", "the object that Connect-Cni returns")]
    [InlineData("$null", "ParameterArgumentValidationError", "null")]
    public void An_invalid_connection_fails_before_any_request(string connection, string id, string says)
    {
        using var session = new Session();

        RunResult result = session.RunToFirstEnd($"Get-CniSettings -Verbose -Connection {connection}");

        Assert.Equal(id, Assert.Single(result.ErrorIds));
        Assert.Contains(says, result.Terminating!.ToString());
        Assert.DoesNotContain("nobody-may-see", result.Terminating.ToString());
        Assert.Empty(result.Verbose);
    }

    private static void AssertAsks(Session session, ScriptedServer server, string command, object connection)
    {
        RunResult result = session.Run($"param($connection, $folder) {command} -Connection $connection", connection, Path.GetTempPath());

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.All(server.Requests, request => Assert.StartsWith("/client/v4/accounts/mine/", request.Target));
        Assert.NotEmpty(server.Requests);
    }
}
