using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

public sealed class DisconnectCniTests
{
    [Fact]
    public void A_piped_connection_cannot_be_used_afterwards()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.RunToFirstEnd("$c = Connect-Cni -Sandbox -NoDefault; $c | Disconnect-Cni; $c.IsConnected; 'a', 'b' | Get-CniInterconnect -Connection $c");

        Assert.Equal([false], result.As<bool>());
        Assert.Equal("CniNotConnected", Assert.Single(result.ErrorIds));
        Assert.NotNull(result.Terminating);
        Assert.Contains("was disconnected", result.Terminating.ToString());
    }

    [Fact]
    public void Another_connection_with_the_same_settings_continues_to_work()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":null}"""));
        using Session session = server.Connect();

        session.Must(
            "$other = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId mine -NoDefault; Get-CniSettings; Disconnect-Cni $other; Get-CniSettings",
            server.BaseUri,
            Secret.Of("practice"));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void Disconnecting_another_connection_keeps_the_default()
    {
        using var session = new Session();

        session.Must("Connect-Cni -Sandbox -NoDefault | Disconnect-Cni; Get-CniSettings");
    }

    [Theory]
    [InlineData("-BaseUri $args[0] -ApiToken $args[1]")]
    [InlineData("-BaseUri $args[0] -Email noc@example.com -ApiKey $args[1]")]
    [InlineData("-BaseUri https://192.0.2.1 -ApiToken $args[1] -Proxy http://127.0.0.1:1 -ProxyCredential $args[2]")]
    [InlineData("-BaseUri https://192.0.2.1 -ApiToken $args[1] -Proxy http://me:s3cret-to-be-dropped@127.0.0.1:1")]
    public void The_secret_is_released(string credential)
    {
        const string Kept = "s3cret-to-be-dropped";
        using var session = new Session(connectSandbox: false);
        object connection = session.Must(
            $"$c = Connect-Cni {credential} -AccountId mine -MaximumRetryCount 0; try {{ Get-CniSettings -ErrorAction SilentlyContinue }} catch {{ }}; $c",
            "http://127.0.0.1:1/client/v4",
            Secret.Of(Kept),
            Secret.Credential("me", Kept)).Output.Single().BaseObject;
        Assert.True(ObjectGraph.Reaches(connection, Kept));

        session.Must("Disconnect-Cni");

        Assert.False(ObjectGraph.Reaches(connection, Kept));
        Assert.Equal(["CniNotConnected"], session.RunToFirstEnd("Get-CniSettings -Connection $args[0]", connection).ErrorIds);
    }

    [Fact]
    public void Disconnecting_twice_is_not_an_error()
    {
        using var session = new Session();

        session.Must("$c = Get-CniConnection; Disconnect-Cni; Disconnect-Cni; Disconnect-Cni $c");
    }
}
