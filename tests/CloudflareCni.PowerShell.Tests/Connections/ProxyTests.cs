using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Http;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

[Collection(EnvironmentCollection.Name)]
public sealed class ProxyTests
{
    private const string Somewhere = "https://api.example.invalid/client/v4";
    private const string Password = "pass-that-nobody-may-see";

    private static readonly ScriptedAnswer WhoIsThere = new ScriptedAnswer(407, "").With("Proxy-Authenticate", "Basic realm=\"p\"");

    [Fact]
    public void Requests_use_the_specified_proxy()
    {
        using var proxy = ScriptedServer.Always(new ScriptedAnswer(502, ""));

        Ask(proxy, "-Proxy http://127.0.0.1:PORT");

        Assert.Equal("CONNECT api.example.invalid:443", string.Join(' ', Assert.Single(proxy.Requests).StartLine.Split(' ').Take(2)));
    }

    [Theory]
    [InlineData("-Proxy http://127.0.0.1:PORT -ProxyCredential $credential", "user:pass-that-nobody-may-see")]
    [InlineData("-Proxy http://user:pass-that-nobody-may-see@127.0.0.1:PORT", "user:pass-that-nobody-may-see")]
    [InlineData("-Proxy http://us%40er:p%3Aa%2Fss@127.0.0.1:PORT", "us@er:p:a/ss")]
    public void A_proxy_that_requires_authentication_receives_the_credential(string arguments, string expected)
    {
        using var proxy = new ScriptedServer(request => request.Header("Proxy-Authorization") is null ? WhoIsThere : new ScriptedAnswer(502, ""));

        Ask(proxy, arguments);

        string header = proxy.Requests[^1].Header("Proxy-Authorization")!;
        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])));
    }

    [Theory]
    [InlineData("-Proxy http://127.0.0.1:PORT")]
    [InlineData("-Proxy http://user:pass-that-nobody-may-see@127.0.0.1:PORT")]
    [InlineData("-Proxy http://127.0.0.1:PORT -ProxyCredential $credential")]
    public void A_proxy_that_rejects_the_credential_is_reported_as_a_proxy_error(string arguments)
    {
        using var proxy = ScriptedServer.Always(WhoIsThere);

        RunResult result = Ask(proxy, $"{arguments} -MaximumRetryCount 4", retries: true);

        ErrorRecord error = result.Terminating!;
        Assert.StartsWith("CniProxyAuthenticationFailed,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.StartsWith($"The proxy 127.0.0.1:{proxy.Port} requires a user name and password", error.ToString());
        Assert.DoesNotContain("Cloudflare", error.ToString());
        Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain(Password, $"{error} {error.Exception} {result.Screen} {string.Join(' ', result.Verbose)}");

        // First without and then with the credential, without a retry.
        Assert.InRange(proxy.Requests.Count, 1, 2);
    }

    [Fact]
    public void A_password_in_the_address_is_never_shown()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must(
            """
            $c = Connect-Cni -ApiToken $args[0] -AccountId mine -Proxy http://user:pass-that-nobody-may-see@proxy.example.com:8080 -Verbose -Debug
            $c.Proxy.OriginalString
            $c | Out-Default
            [System.Management.Automation.PSSerializer]::Serialize($c, 8)
            """,
            Secret.Of("t"));

        Assert.Equal("http://proxy.example.com:8080", result.Output[0].BaseObject);
        Assert.DoesNotContain(Password, string.Join('\n', [result.Screen, .. result.Verbose, .. result.Output.Select(item => item.ToString())]));
    }

    [Fact]
    public void The_connection_shows_its_proxy()
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.Must(
            "(Connect-Cni -ApiToken $args[0] -AccountId mine -Proxy http://proxy.example.com:8080 -ProxyUseDefaultCredentials).Proxy.AbsoluteUri", Secret.Of("t"));

        Assert.Equal("http://proxy.example.com:8080/", result.One<string>());
    }

    [Theory]
    [InlineData("-Proxy proxy.example.com", "isn't the address of a proxy")]
    [InlineData("-Proxy proxy.example.com:8080", "isn't the address of a proxy")]
    [InlineData("-Proxy ftp://proxy.example.com", "isn't the address of a proxy")]
    [InlineData("-Proxy file:///proxy", "isn't the address of a proxy")]
    [InlineData("-Proxy http://user:1#pass-that-nobody-may-see@proxy.example.com", "%23")]
    [InlineData("-Proxy http://user:1/pass-that-nobody-may-see@proxy.example.com", "%2F")]
    [InlineData("-Proxy http://user:1?pass-that-nobody-may-see@proxy.example.com", "%3F")]
    [InlineData("-Proxy http://user:pass-that-nobody-may-see@proxy.example.com -ProxyCredential $credential", "more than once")]
    [InlineData("-Proxy http://user:pass-that-nobody-may-see@proxy.example.com -ProxyUseDefaultCredentials", "more than once")]
    public void An_invalid_proxy_is_rejected(string arguments, string says)
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.RunToFirstEnd(
            $"$token, $credential = $args; Connect-Cni -ApiToken $token -AccountId mine {arguments}", Secret.Of("t"), Secret.Credential("user", Password));

        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.Contains(says, result.Terminating!.ToString());
        Assert.DoesNotContain(Password, $"{result.Terminating} {result.Terminating.Exception}");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    public void Loopback_never_uses_the_system_proxy_or_a_specified_proxy(string host)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        using var proxy = ScriptedServer.Always(new ScriptedAnswer(502, "the proxy was asked"));
        string proxyAddress = $"http://127.0.0.1:{proxy.Port}";
        string baseUri = $"http://{host}:{server.Port}/client/v4";
        IWebProxy before = HttpClient.DefaultProxy;

        // As http_proxy, HTTPS_PROXY and ALL_PROXY set it. .NET reads them only once per process.
        HttpClient.DefaultProxy = new WebProxy(proxyAddress);
        RunResult result;
        try
        {
            using var session = new Session(connectSandbox: false);
            string connect = $"$null = Connect-Cni -BaseUri {baseUri} -ApiToken $args[0] -AccountId mine -MaximumRetryCount 0";
            result = session.Run($"{connect}; Get-CniSettings; {connect} -Proxy {proxyAddress}; Get-CniSettings", Secret.Of("t"));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        Assert.Equal(0, proxy.Connections);

        // If the server listens only on 127.0.0.1, another loopback address refuses the connection. That also comes from this machine.
        if (host != "127.1.2.3")
        {
            Assert.Empty(result.AllErrors);
            Assert.Equal(2, server.Requests.Count);
        }

        Assert.Contains("-Proxy is ignored", Assert.Single(result.Warnings));
    }

    private static RunResult Ask(ScriptedServer proxy, string arguments, bool retries = false)
    {
        using var session = new Session(connectSandbox: false);
        return session.RunToFirstEnd(
            $"$token, $credential = $args; $null = Connect-Cni -BaseUri {Somewhere} -ApiToken $token -AccountId mine {arguments.Replace("PORT", $"{proxy.Port}", StringComparison.Ordinal)}"
            + $"{(retries ? "" : " -MaximumRetryCount 0")}; Get-CniSettings -Verbose",
            Secret.Of("t"),
            Secret.Credential("user", Password));
    }
}
