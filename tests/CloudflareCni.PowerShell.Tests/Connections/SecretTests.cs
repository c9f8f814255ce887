using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Connections;

/// <summary>A credential is sent to the server and is never shown.</summary>
public sealed class SecretTests
{
    private const string Token = "t0ken-that-nobody-may-see";

    public static TheoryData<string> Connects =>
    [
        "Connect-Cni -BaseUri $uri -ApiToken $secret -AccountId mine",
        "Connect-Cni -BaseUri $uri -Email noc@example.com -ApiKey $secret -AccountId mine",
        "Connect-Cni -BaseUri $uri -Credential $credential",
        "Connect-Cni -Connection @{ ApiToken = $secret; AccountId = 'mine'; BaseUri = $uri }",
        "Connect-Cni -BaseUri $uri -ApiToken $secret -AccountId mine -Proxy http://127.0.0.1:9 -ProxyCredential $credential",
        "Connect-Cni -Sandbox -ApiToken $secret",
    ];

    [Theory]
    [MemberData(nameof(Connects))]
    public void A_connection_does_not_show_its_credential(string connect)
    {
        using var session = new Session(connectSandbox: false);
        RunResult result = session.Must(
            $"param($secret, $credential, $uri) $null = {connect} -Verbose -Debug; $c = Get-CniConnection; $c | Out-Default; $c; \"$c\"",
            Secret.Of(Token),
            Secret.Credential("mine", Token),
            "https://192.0.2.1/client/v4");

        Assert.NotEmpty(result.Screen);
        PSObject connection = result.Output[0];
        string[] shown =
        [
            result.Screen,
            .. result.Verbose,
            (string)result.Output[1].BaseObject,
            PSSerializer.Serialize(connection, depth: 8),
            .. connection.Properties.Select(property => property.Value?.ToString() ?? ""),
        ];
        Assert.All(shown, text => Assert.DoesNotContain(Token, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(400, "Get-CniSettings")]
    [InlineData(401, "Get-CniSettings")]
    [InlineData(500, "Get-CniSettings")]
    [InlineData(403, "Get-CniAccount")]
    [InlineData(400, "Get-CniMagicRoute")]
    [InlineData(400, "Get-CniCircuit")]
    [InlineData(400, "Export-CniConfiguration")]
    [InlineData(400, "@{ format = 1; cnis = @() } | Compare-CniConfiguration")]
    [InlineData(400, "@{ format = 1; cnis = @() } | Import-CniConfiguration -Prune")]
    public void A_credential_that_the_server_repeats_is_not_in_the_error(int status, string script)
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Failure(status, $"you sent {request.Header("Authorization")}"));
        using Session session = server.Connect(Token);

        RunResult result = session.Run($"{script} -Verbose -Debug; $Error[0] | Out-Default");

        string all = string.Join('\n', [result.Screen, .. result.Verbose, .. result.AllErrors.Select(error => error + " " + error.Exception)]);
        Assert.Contains("you sent Bearer", all);
        Assert.DoesNotContain(Token, all);
    }

    [Theory]
    [InlineData("Connect-Cni $args[0]")]
    [InlineData("Connect-Cni -ApiToken $args[0] -AccountId mine")]
    [InlineData("Connect-Cni -Email noc@example.com -ApiKey $args[0]")]
    [InlineData("Connect-Cni -Sandbox -ApiToken $args[0]")]
    public void A_secret_as_text_is_rejected_without_showing_it(string script)
    {
        using var session = new Session(connectSandbox: false);

        RunResult result = session.RunToFirstEnd(script, Token);

        Assert.Equal("ParameterArgumentTransformationError", Assert.Single(result.ErrorIds));
        Assert.Contains("SecureString", result.Terminating!.ToString());
        Assert.DoesNotContain(Token, result.Terminating + " " + result.Terminating.Exception + " " + result.Terminating.TargetObject);
    }

    [Fact]
    public void Keys_are_not_shown_in_prompts()
    {
        using var session = new Session();

        string screen = session.Must(
            "New-CniInterconnect -PairingKey $args[0] -Bandwidth 1G -WhatIf", Token).Screen;

        Assert.Contains("What if", screen);
        Assert.DoesNotContain(Token, screen);
    }
}
