using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

public sealed class TestCniConnectionTests
{
    private static readonly string[] Readings = ["Slots", "Interconnects", "Cnis", "Settings"];

    [Fact]
    public void A_valid_credential_can_read_everything()
    {
        using var session = new Session();

        PSObject test = session.Must("Test-CniConnection").Output.Single();

        Assert.Equal(("sandbox practice token", true, "active"), (test.Text("Credential"), test.Properties["IsValid"].Value, test.Text("Status")));
        Assert.Equal((SandboxSamples.Account, "Sandbox Example Networks"), (test.Text("AccountId"), test.Text("AccountName")));
        Assert.Equal(true, test.Properties["IsUsable"].Value);
        Assert.All(Readings, reading => Assert.Equal("readable", test.Text(reading)));
        Assert.True(session.Must("Test-CniConnection -Quiet").One<bool>());
    }

    [Theory]
    [InlineData("invalid", false, null, "Invalid API Token")]
    [InlineData("expired", false, "expired", "The token is expired, according to Cloudflare.")]
    public void A_rejected_credential_has_a_reason_and_is_not_tested_further(string token, bool valid, string? status, string reason)
    {
        using Session session = Connect(token);

        RunResult result = session.Must("Test-CniConnection -Verbose");
        PSObject test = result.Output.Single();

        Assert.Equal((valid, status), ((bool?)test.Properties["IsValid"].Value, test.Properties["Status"].Value));
        Assert.Contains(reason, test.Text("Reason"), StringComparison.Ordinal);
        Assert.All(Readings, reading => Assert.Equal("not readable: Access wasn't checked because the credential wasn't accepted.", test.Text(reading)));
        Assert.DoesNotContain(result.Verbose, line => line.Contains("/cni/", StringComparison.Ordinal));
        Assert.False(session.Must("Test-CniConnection -Quiet").One<bool>());
    }

    [Fact]
    public void A_token_for_another_account_is_valid_but_cannot_read_anything()
    {
        using Session session = Connect("other-account", $"-AccountId {SandboxSamples.Account}");

        PSObject test = session.Must("Test-CniConnection").Output.Single();

        Assert.Equal(true, test.Properties["IsValid"].Value);
        Assert.Equal(false, test.Properties["IsUsable"].Value);
        Assert.All(Readings, reading => Assert.Contains("403", test.Text(reading), StringComparison.Ordinal));
    }

    [Fact]
    public void Two_accounts_are_listed_if_none_is_specified()
    {
        using ScriptedServer server = Tokens(ofUser: true, accounts: 2);
        using var session = new Session(connectSandbox: false);
        session.Must("$c = @{ ApiToken = 'practice'; BaseUri = $args[0] }", server.BaseUri);

        PSObject test = session.Must("Test-CniConnection -Connection $c").Output.Single();

        Assert.Equal(true, test.Properties["IsValid"].Value);
        Assert.All(Readings, reading => Assert.Contains("has access to 2 accounts", test.Text(reading), StringComparison.Ordinal));
    }

    [Fact]
    public void Account_tokens_and_user_tokens_are_distinguished_and_show_their_expiry()
    {
        using ScriptedServer server = Tokens(ofUser: false, accounts: 0);
        using Session session = server.Connect();

        PSObject test = session.Must("Test-CniConnection").Output.Single();

        Assert.Equal("account API token", test.Text("Credential"));
        DateTime end = Assert.IsType<DateTime>(Assert.IsType<PSObject>(test.Properties["ExpiresOn"].Value).BaseObject);
        Assert.Equal((new DateTime(2030, 1, 2, 0, 0, 0, DateTimeKind.Utc), DateTimeKind.Local), (end.ToUniversalTime(), end.Kind));
        Assert.Equal(true, test.Properties["IsUsable"].Value);
        Assert.All(server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public void A_denied_read_shows_its_reason()
    {
        using ScriptedServer server = Tokens(ofUser: true, accounts: 1, refused: "/cni/settings");
        using Session session = server.Connect();

        PSObject test = session.Must("Test-CniConnection").Output.Single();

        Assert.Equal(["readable", "readable", "readable"], Readings[..3].Select(reading => test.Text(reading)));
        Assert.Contains("not for you", test.Text("Settings"), StringComparison.Ordinal);
        Assert.Equal(false, test.Properties["IsUsable"].Value);
    }

    [Fact]
    public void An_unreachable_server_is_part_of_the_result()
    {
        using Session session = SessionConnections.Connect(ScriptedServer.DeadAddress());

        PSObject test = session.Must("Test-CniConnection").Output.Single();

        Assert.Null(test.Properties["IsValid"].Value);
        Assert.Contains("was refused", test.Text("Reason"), StringComparison.Ordinal);
        Assert.False(session.Must("Test-CniConnection -Quiet").One<bool>());
    }

    [Fact]
    public void Without_a_connection_it_is_an_error()
    {
        using var session = new Session(connectSandbox: false);

        Assert.Equal(["CniNotConnected"], session.Run("Test-CniConnection").ErrorIds);
    }

    private static Session Connect(string token, string options = "")
    {
        var session = new Session(connectSandbox: false);
        session.Must($"$null = Connect-Cni -Sandbox -ApiToken $args[0] {options}", Secret.Of(token));
        return session;
    }

    private static ScriptedServer Tokens(bool ofUser, int accounts, string? refused = null) => new(request =>
    {
        string token = """{"success":true,"errors":[],"messages":[],"result":{"id":"t1","status":"active","expires_on":"2030-01-02T00:00:00Z"}}""";
        return request.Target.Split('?')[0] switch
        {
            var path when refused is not null && path.EndsWith(refused, StringComparison.Ordinal) => ScriptedAnswer.Failure(403, "not for you"),
            var path when path.EndsWith("/user/tokens/verify", StringComparison.Ordinal) => ofUser ? ScriptedAnswer.Ok(token) : ScriptedAnswer.Failure(401, "Invalid API Token"),
            var path when path.EndsWith("/tokens/verify", StringComparison.Ordinal) => ScriptedAnswer.Ok(token),
            var path when path.EndsWith("/accounts", StringComparison.Ordinal) => ScriptedAnswer.Ok(
                $$"""{"success":true,"result":[{{string.Join(',', Enumerable.Range(1, accounts).Select(n => $$"""{"id":"{{n:00000000000000000000000000000000}}","name":"A{{n}}"}"""))}}]}"""),
            var path when path.EndsWith("/settings", StringComparison.Ordinal) => ScriptedAnswer.Ok("""{"default_asn":13335}"""),
            _ => ScriptedAnswer.Page(null),
        };
    });
}

file static class Shown
{
    public static string Text(this PSObject item, string property) => item.Properties[property].Value?.ToString() ?? "";
}
