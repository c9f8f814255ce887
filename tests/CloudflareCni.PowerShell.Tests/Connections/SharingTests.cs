using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>Connections in a process share clients, but not their state.</summary>
public sealed class SharingTests
{
    private const string TwoConnections =
        """
        $a = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId mine -NoDefault
        $b = Connect-Cni -BaseUri $args[0] -ApiToken $args[2] -AccountId mine -NoDefault
        foreach ($i in 1..3) { $null = Get-CniSettings -Connection $a; $null = Get-CniSettings -Connection $b }
        """;

    [Fact]
    public void Equal_settings_share_one_TCP_connection()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var session = new Session(connectSandbox: false);

        session.Must(TwoConnections, server.BaseUri, Secret.Of("same"), Secret.Of("same"));

        Assert.Equal(6, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void Different_credentials_do_not_share_a_connection()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var session = new Session(connectSandbox: false);

        session.Must(TwoConnections, server.BaseUri, Secret.Of("left"), Secret.Of("right"));

        Assert.Equal(2, server.Connections);
        Assert.Equal(["Bearer left", "Bearer right"], server.Requests.Take(2).Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Several_runspaces_can_use_one_connection_at_the_same_time()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using Session owner = server.Connect();
        PSObject connection = owner.Must("Get-CniConnection").Output.Single();
        Session[] others = Enumerable.Range(0, 4).Select(_ => new Session(connectSandbox: false)).ToArray();

        RunningScript[] scripts = others
            .Select(session => session.Start("foreach ($i in 1..10) { (Get-CniSettings -Connection $args[0]).DefaultAsn }", connection))
            .ToArray();
        await Task.WhenAll(scripts.Select(script => script.Ended)).Soon();

        Assert.All(scripts, script => Assert.Equal(Enumerable.Repeat(64512L, 10), script.Output.Select(item => (long)item.BaseObject)));
        Assert.All(scripts, script => script.Dispose());
        Assert.All(others, session => session.Dispose());
    }
}
