using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

public sealed class ProxyTests
{
    [Fact]
    public void Requests_go_to_the_proxy_that_was_named()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(500, "asked directly"));
        using var proxy = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var session = new Session(connectSandbox: false);

        session.Must(
            "$null = Connect-Cni -BaseUri $args[0] -ApiToken $args[1] -AccountId mine -Proxy $args[2]; Get-CniSettings",
            server.BaseUri,
            Secret.Of("t"),
            $"http://127.0.0.1:{proxy.Port}");

        Assert.Equal($"{server.BaseUri}/accounts/mine/cni/settings", Assert.Single(proxy.Requests).Target);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void A_proxy_that_asks_who_is_there_is_told_the_proxy_credential()
    {
        using var proxy = new ScriptedServer(request => request.Header("Proxy-Authorization") is null
            ? new ScriptedAnswer(407, "") with { Headers = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("Proxy-Authenticate", "Basic realm=\"p\"") }
            : ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var session = new Session(connectSandbox: false);

        session.Must(
            "$null = Connect-Cni -BaseUri http://127.0.0.1:9/client/v4 -ApiToken $args[0] -AccountId mine -Proxy $args[1] -ProxyCredential $args[2]; Get-CniSettings",
            Secret.Of("t"),
            $"http://127.0.0.1:{proxy.Port}",
            Secret.Credential("user", "password"));

        Assert.Equal("Basic dXNlcjpwYXNzd29yZA==", proxy.Requests[^1].Header("Proxy-Authorization"));
    }

    [Fact]
    public void The_connection_shows_its_proxy()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must(
            "(Connect-Cni -ApiToken $args[0] -AccountId mine -Proxy http://proxy.example.com:8080 -ProxyUseDefaultCredentials).Proxy.AbsoluteUri", Secret.Of("t"));

        Assert.Equal("http://proxy.example.com:8080/", result.One<string>());
    }
}
