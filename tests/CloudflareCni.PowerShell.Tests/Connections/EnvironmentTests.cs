using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>The environment variables of Cloudflare's official clients, and commands without any connection.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class EnvironmentTests : IDisposable
{
    private readonly EnvironmentVariables _environment = new();
    private readonly ScriptedServer _server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
    private readonly Session _session = new(connectSandbox: false);

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
        _environment.Dispose();
    }

    [Theory]
    [InlineData("Get-CniSettings")]
    [InlineData("$null = Connect-Cni; Get-CniSettings")]
    public void A_token_in_the_environment_connects(string script)
    {
        SetToken();

        _session.Must(script);

        ScriptedRequest request = Assert.Single(_server.Requests);
        Assert.Equal("Bearer from-environment", request.Header("Authorization"));
        Assert.Equal("/client/v4/accounts/mine/cni/settings", request.Target);
    }

    [Fact]
    public void An_api_key_in_the_environment_connects()
    {
        SetToken();
        _environment["CLOUDFLARE_API_TOKEN"] = null;
        _environment["CLOUDFLARE_API_KEY"] = "key";
        _environment["CLOUDFLARE_EMAIL"] = "noc@example.com";

        _session.Must("Get-CniSettings");

        ScriptedRequest request = Assert.Single(_server.Requests);
        Assert.Equal("key", request.Header("X-Auth-Key"));
        Assert.Equal("noc@example.com", request.Header("X-Auth-Email"));
    }

    [Fact]
    public void Connect_Cni_overrides_the_environment_until_Disconnect_Cni()
    {
        SetToken();

        RunResult result = _session.Must("$null = Connect-Cni -Sandbox; (Get-CniConnection).IsSandbox; Disconnect-Cni; (Get-CniConnection).IsSandbox");

        Assert.Equal([true, false], result.As<bool>());
    }

    [Fact]
    public void A_change_in_the_environment_takes_effect_immediately()
    {
        SetToken();
        _session.Must("Get-CniSettings");
        _environment["CLOUDFLARE_API_TOKEN"] = "another";
        _session.Must("Get-CniSettings");

        Assert.Equal(["Bearer from-environment", "Bearer another"], _server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public void The_account_of_a_token_in_the_environment_is_looked_up_once()
    {
        using var server = new ScriptedServer(request => request.Target.Contains("/accounts?", StringComparison.Ordinal)
            ? ScriptedAnswer.Ok("""{"success":true,"errors":[],"messages":[],"result":[{"id":"found","name":"Example"}]}""")
            : ScriptedAnswer.Ok("""{"default_asn":64512}"""));
        SetToken();
        _environment["CLOUDFLARE_ACCOUNT_ID"] = null;
        _environment["CLOUDFLARE_BASE_URL"] = server.BaseUri;

        _session.Must("$null = Get-CniSettings; $null = Get-CniSettings");

        Assert.Equal(3, server.Requests.Count);
        Assert.EndsWith("/accounts/found/cni/settings", server.Requests[2].Target);
    }

    [Theory]
    [InlineData("CLOUDFLARE_BASE_URL", "http://192.0.2.1/client/v4", "uses http")]
    [InlineData("CLOUDFLARE_ACCOUNT_ID", "a/b", "account ID")]
    public void An_invalid_variable_is_rejected(string name, string value, string says)
    {
        SetToken();
        _environment[name] = value;

        RunResult result = _session.RunToFirstEnd("Get-CniSettings");

        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.NotNull(result.Terminating);
        Assert.Contains(says, result.Terminating.ToString());
        Assert.Equal(0, _server.Connections);
    }

    [Theory]
    [InlineData("'a', 'b' | Get-CniInterconnect")]
    [InlineData("Get-CniSlot")]
    [InlineData("New-Cni x -ConduitName y -Mtu 1500 -WhatIf")]
    [InlineData("Connect-Cni")]
    public void Without_a_connection_the_command_ends_and_explains_how_to_connect(string script)
    {
        ErrorRecord? error = _session.RunToFirstEnd(script).Terminating;

        Assert.NotNull(error);
        Assert.StartsWith("CniNotConnected,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.All(["-Sandbox", "-Connection", "CLOUDFLARE_API_TOKEN"], way => Assert.Contains(way, error.ToString()));
        Assert.Contains("Connect-Cni", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void After_Disconnect_Cni_there_is_no_connection()
    {
        RunResult result = _session.RunToFirstEnd("$null = Connect-Cni -Sandbox; Disconnect-Cni; Get-CniConnection; Get-CniSlot");

        Assert.Empty(result.Output);
        Assert.Equal("CniNotConnected", Assert.Single(result.ErrorIds));
    }

    [Fact]
    public void An_email_address_alone_is_not_a_connection()
    {
        _environment["CLOUDFLARE_EMAIL"] = "noc@example.com";

        Assert.Empty(_session.Must("Get-CniConnection").Output);
    }

    [Fact]
    public async Task Each_runspace_has_its_own_default_connection()
    {
        using var left = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64601}"""));
        using var right = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64602}"""));
        using Session leftSession = left.Connect();
        using Session rightSession = right.Connect();
        const string Script = "foreach ($i in 1..20) { (Get-CniSettings).DefaultAsn }";

        using RunningScript leftScript = leftSession.Start(Script);
        using RunningScript rightScript = rightSession.Start(Script);
        await Task.WhenAll(leftScript.Ended, rightScript.Ended).Soon();

        Assert.Equal(Enumerable.Repeat(64601L, 20), leftScript.Output.Select(item => (long)item.BaseObject));
        Assert.Equal(Enumerable.Repeat(64602L, 20), rightScript.Output.Select(item => (long)item.BaseObject));
        Assert.Equal(["CniNotConnected"], _session.RunToFirstEnd("Get-CniSettings").ErrorIds);
    }

    private void SetToken()
    {
        _environment["CLOUDFLARE_API_TOKEN"] = "from-environment";
        _environment["CLOUDFLARE_ACCOUNT_ID"] = "mine";
        _environment["CLOUDFLARE_BASE_URL"] = _server.BaseUri;
    }
}
