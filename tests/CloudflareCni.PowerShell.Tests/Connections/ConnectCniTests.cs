using System;
using System.Collections;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>Each kind of credential as it's sent to the server.</summary>
public sealed class ConnectCniTests : IDisposable
{
    private const string Token = "token-that-nobody-may-see";
    private const string Email = "noc@example.com";

    private readonly ScriptedServer _server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64512}"""));
    private readonly Session _session = new(connectSandbox: false);

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void A_token_is_a_bearer_token()
    {
        AssertBearer(Ask("Connect-Cni $args[1] -BaseUri $args[0] -AccountId mine", Secret.Of(Token)));
    }

    [Fact]
    public void White_space_around_a_copied_token_is_removed()
    {
        AssertBearer(Ask("Connect-Cni -ApiToken $args[1] -BaseUri $args[0] -AccountId mine", Secret.Of($" {Token}\r\n")));
    }

    [Fact]
    public void A_credential_has_the_account_as_user_name_and_the_token_as_password()
    {
        AssertBearer(Ask("Connect-Cni -Credential $args[1] -BaseUri $args[0]", Secret.Credential("mine", Token)));
    }

    [Fact]
    public void An_API_key_is_sent_with_its_email_address()
    {
        AssertKey(Ask("Connect-Cni -Email $args[1] -ApiKey $args[2] -BaseUri $args[0] -AccountId mine", Email, Secret.Of(Token)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hashtable_can_contain_a_token_as_a_string_or_SecureString(bool isSecure)
    {
        var table = new Hashtable { ["accountid"] = "mine", ["ApiToken"] = isSecure ? Secret.Of(Token) : Token, ["BaseUri"] = _server.BaseUri };

        AssertBearer(Ask("Connect-Cni -Connection $args[1]", table));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hashtable_can_contain_an_email_address_and_a_key_as_strings_or_SecureStrings(bool isSecure)
    {
        var table = new Hashtable
        {
            ["AccountId"] = "mine",
            ["Email"] = Email,
            ["ApiKey"] = isSecure ? Secret.Of(Token) : Token,
            ["BaseUri"] = new Uri(_server.BaseUri),
        };

        AssertKey(Ask("Connect-Cni -Connection $args[1]", table));
    }

    [Fact]
    public void Parameters_override_the_hashtable()
    {
        var table = new Hashtable { ["AccountId"] = "other", ["ApiToken"] = Token, ["BaseUri"] = "https://192.0.2.1/client/v4" };

        AssertBearer(Ask("Connect-Cni -Connection $args[1] -BaseUri $args[0] -AccountId mine", table));
    }

    [Theory]
    [InlineData("Token", Token, "'Token' isn't a valid connection key")]
    [InlineData("Email", Email, "doesn't have a credential")]
    [InlineData("ApiKey", Token, "doesn't have a credential")]
    [InlineData("AccountId", "mine", "doesn't have a credential")]
    [InlineData("ApiToken", "", "doesn't have a credential")]
    [InlineData("ApiToken", 42, "must be a string or a SecureString")]
    [InlineData("BaseUri", "http://192.0.2.1", "uses http")]
    [InlineData("AccountId", "a/b", "position 2")]
    public void An_invalid_hashtable_is_rejected(string key, object value, string says)
    {
        RunResult result = _session.RunToFirstEnd("Connect-Cni -Connection $args[0]", new Hashtable { [key] = value });

        AssertRefused(result, says);
    }

    [Fact]
    public void A_hashtable_with_a_token_and_a_key_is_rejected()
    {
        var table = new Hashtable { ["ApiToken"] = Token, ["ApiKey"] = Token, ["Email"] = Email };

        AssertRefused(_session.RunToFirstEnd("Connect-Cni -Connection $args[0]", table), "as well as");
    }

    [Theory]
    [InlineData("-ApiToken $args[1]", "-ApiToken is empty")]
    [InlineData("-Credential $args[2]", "-Credential is empty")]
    [InlineData("-Email a@example.com -ApiKey $args[1]", "-ApiKey is empty")]
    [InlineData("-ApiToken $args[0] -BaseUri http://192.0.2.1/client/v4", "uses http")]
    [InlineData("-ApiToken $args[0] -BaseUri http://127.0.0.1.example.com", "uses http")]
    [InlineData("-ApiToken $args[0] -BaseUri api.cloudflare.com/client/v4", "isn't an absolute http or https address")]
    [InlineData("-ApiToken $args[0] -BaseUri https://user:token-that-nobody-may-see@192.0.2.1", "user information")]
    [InlineData("-ApiToken $args[0] -AccountId a/b", "position 2")]
    [InlineData("-ApiToken $args[0] -AccountId ..", "dots")]
    [InlineData("-ApiToken $args[0] -ProxyUseDefaultCredentials", "require the proxy's address")]
    [InlineData("-ApiToken $args[0] -ProxyCredential $args[2]", "require the proxy's address")]
    [InlineData("-ApiToken $args[0] -Proxy http://192.0.2.1 -ProxyCredential $args[2] -ProxyUseDefaultCredentials", "more than once")]
    [InlineData("-ApiToken $args[0] -Proxy proxy.example.com", "isn't the address of a proxy")]
    public void Invalid_arguments_are_rejected(string arguments, string says)
    {
        RunResult result = _session.RunToFirstEnd($"Connect-Cni {arguments}", Secret.Of(Token), Secret.Of(" "), Secret.Credential("mine", " "));

        AssertRefused(result, says);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(86401)]
    public void A_timeout_is_between_a_second_and_a_day(int seconds)
    {
        RunResult result = _session.RunToFirstEnd("Connect-Cni -Sandbox -TimeoutSec $args[0]", seconds);

        Assert.Equal("ParameterArgumentValidationError", Assert.Single(result.ErrorIds));
    }

    [Fact]
    public void With_an_account_no_request_is_sent()
    {
        _session.Must("Connect-Cni -ApiToken $args[1] -BaseUri $args[0] -AccountId mine", _server.BaseUri, Secret.Of(Token));

        Assert.Equal(0, _server.Connections);
    }

    [Fact]
    public void The_default_base_address_is_Cloudflares()
    {
        RunResult result = _session.Must("(Connect-Cni -ApiToken $args[0] -AccountId mine).BaseUri", Secret.Of(Token));

        Assert.Equal("https://api.cloudflare.com/client/v4", result.One<Uri>().AbsoluteUri);
    }

    [Fact]
    public void NoDefault_does_not_change_the_default_connection()
    {
        RunResult result = _session.Must("$first = Connect-Cni -Sandbox; $null = Connect-Cni -Sandbox -NoDefault; [object]::ReferenceEquals($first, (Get-CniConnection))");

        Assert.True(result.One<bool>());
    }

    [Fact]
    public void The_latest_connection_is_the_default()
    {
        RunResult result = _session.Must("$null = Connect-Cni -Sandbox; $second = Connect-Cni -Sandbox; [object]::ReferenceEquals($second, (Get-CniConnection))");

        Assert.True(result.One<bool>());
    }

    [Fact]
    public void The_user_agent_names_the_module_and_the_engine()
    {
        ScriptedRequest request = Ask("Connect-Cni -ApiToken $args[1] -BaseUri $args[0] -AccountId mine", Secret.Of(Token));

        string expected = _session.Must("'CloudflareCni.PowerShell/{0} PowerShell/{1}' -f (Get-Module CloudflareCni.PowerShell).Version, $PSVersionTable.PSVersion").One<string>();
        Assert.Equal(expected, request.Header("User-Agent"));
    }

    private ScriptedRequest Ask(string connect, params object[] arguments)
    {
        _session.Must($"$null = {connect}", [_server.BaseUri, .. arguments]);
        _session.Must("Get-CniSettings");
        return Assert.Single(_server.Requests);
    }

    private void AssertRefused(RunResult result, string says)
    {
        Assert.Equal("CniInvalidArgument", Assert.Single(result.ErrorIds));
        Assert.NotNull(result.Terminating);
        Assert.Contains(says, result.Terminating.ToString());
        Assert.DoesNotContain(Token, result.Terminating.ToString());
        Assert.Equal(0, _server.Connections);
    }

    private static void AssertBearer(ScriptedRequest request)
    {
        Assert.Equal("/client/v4/accounts/mine/cni/settings", request.Target);
        Assert.Equal($"Bearer {Token}", request.Header("Authorization"));
        Assert.Null(request.Header("X-Auth-Email"));
        Assert.Null(request.Header("X-Auth-Key"));
    }

    private static void AssertKey(ScriptedRequest request)
    {
        Assert.Equal("/client/v4/accounts/mine/cni/settings", request.Target);
        Assert.Equal(Email, request.Header("X-Auth-Email"));
        Assert.Equal(Token, request.Header("X-Auth-Key"));
        Assert.Null(request.Header("Authorization"));
    }
}
