using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Errors;

/// <summary>The errors for typical mistakes of new users: what happened, to what, and what to do.</summary>
public sealed class MistakeTests
{
    private const string Key = "0123456789abcdef0123456789abcdef01234";

    /// <summary>The token, the command, the error ID, and parts of the message or its advice.</summary>
    public static TheoryData<string, string, string, string[]> Mistakes => new()
    {
        { "invalid", "Get-CniSlot", "CniAuthenticationFailed", ["Authentication error", "mistyped, expired or revoked", "Test-CniConnection"] },
        { "expired", "Get-CniSlot", "CniAuthenticationFailed", ["the token is no longer valid", "expired"] },
        { Key, "Get-CniSlot", "CniAuthenticationFailed", ["Invalid request headers", "-Email and -ApiKey for a global API key"] },
        { "other-account", "Get-CniSlot", "CniAccessDenied", ["Check the account ID"] },
        { "read-only", "(Get-CniSlot -Occupied $false)[0] | New-CniInterconnect", "CniAccessDenied", ["can read but not write", "for changes, it needs Write"] },
        { "any", "Get-CniSlot fra03", "CniInvalidArgument", ["'fra03' isn't a slot ID", "Get-CniSlot -Site"] },
        { "any", "Get-Cni core-primary", "CniInvalidArgument", ["'core-primary' isn't a CNI ID", "Where-Object ConduitName -eq"] },
        { "any", "Get-CniInterconnect 5d4ad341-1d98-42e1-a43e-07dfd6ac05fc", "CniNotFound", ["5d4ad341", "Interconnects are identified by name"] },
        { "any", "Get-CniInterconnect (Get-CniInterconnect dfw07-da1-1).SlotId", "ParameterArgumentTransformationError", ["is an ID, but interconnects are identified by name", "Where-Object SlotId -eq"] },
        { "any", "New-CniInterconnect (Get-CniInterconnect dfw07-da1-1).SlotId", "CniAlreadyExists", ["Interconnect dfw07-da1-1 already exists on slot", "-ReuseExisting"] },
        { "any", "New-CniInterconnect (Get-CniSlot -Occupied $true | Where-Object Account -ne '5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20')[0]", "CniSlotOccupied", ["is occupied", "Get-CniSlot -Occupied $false"] },
        { "any", "(Get-CniSlot -Occupied $false -Speed 10G)[0] | New-CniInterconnect -Speed 100G", "CniBadRequest", ["the slot supports 10G only", "Correct the problem that Cloudflare reports"] },
        { "any", "Remove-CniInterconnect dfw07-da1-1 -Force", "CniInterconnectInUse", ["core-primary", "-IncludeCni"] },
        { "any", "Remove-CniInterconnect dfw* -Force", "CniInvalidArgument", ["'dfw*' contains wildcards", "Get-CniInterconnect dfw* | Remove-CniInterconnect"] },
        { "any", "New-Cni dfw07-da1-1 -ConduitName x -Mtu 99", "CniInvalidArgument", ["The MTU 99 is out of range", "576 to 9216", "1476 and 1500"] },
        { "any", "Set-Cni (Get-Cni)[0] -CustIp 10.0.0.0/31", "CniInvalidArgument", ["both ends must be in the same prefix", "use both -CustIp and -P2pIp"] },
        { "any", "Set-Cni (Get-Cni)[0] -CustIp (Get-Cni)[0].P2pIp", "CniInvalidArgument", ["both ends", "must differ"] },
        { "any", "Set-Cni (Get-Cni)[0] -CustIp 10.0.0.0", "CniInvalidArgument", ["no prefix length", "192.0.2.0/31"] },
        { "any", "Save-CniLoa gcp-us-east4-8", "CniLoaNotAvailable", ["GCP partner interconnect", "physical"] },
        { "any", "New-CniInterconnect -PairingKey key -Bandwidth 3G", "CniInvalidArgument", ["'3G' isn't a bandwidth", "1G, 2G"] },
        { "any", "Get-CniSlot -AccountId 'Example Networks'", "CniInvalidArgument", ["account ID", "32 letters and digits and isn't the account's name"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_with_advice(string token, string script, string id, string[] words)
    {
        using var session = new Session(connectSandbox: false);
        session.Must("$null = Connect-Cni -Sandbox -ApiToken $args[0]", Secret.Of(token));

        ErrorRecord error = Assert.Single(session.RunToFirstEnd(script).AllErrors);

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        string screen = $"{error} {error.ErrorDetails?.RecommendedAction}";
        Assert.All(words, word => Assert.Contains(word, screen, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bearer abcdef")]
    [InlineData("abc\ndef")]
    [InlineData("abc…")]
    public void A_badly_pasted_token_is_rejected_immediately(string token)
    {
        using var session = new Session(connectSandbox: false);

        ErrorRecord error = Assert.Single(session.RunToFirstEnd("Connect-Cni -ApiToken $args[0] -AccountId mine", Secret.Of(token)).AllErrors);

        Assert.StartsWith("CniInvalidArgument,", error.FullyQualifiedErrorId);
        Assert.Contains("without the word Bearer", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_state_is_an_immediate_warning()
    {
        using var session = new Session();

        RunResult result = session.Run("Wait-CniInterconnect dfw07-da1-1 -State Heathy, down -TimeoutSec 0");

        Assert.Equal("'Heathy' isn't a state that this version knows (Healthy, Pending, Unhealthy, Down). The interconnect may never reach it.", Assert.Single(result.Warnings));
    }

    /// <summary>The engine of these tests shows the advice itself. Windows PowerShell and PowerShell 7.4 don't.</summary>
    [Fact]
    public void If_the_engine_does_not_show_advice_the_message_ends_with_it_once()
    {
        using var session = new Session(connectSandbox: false);
        Type map = ((Type)session.Must("(Get-Command New-Cni).ImplementingType").Output.Single().BaseObject).Assembly.GetType("CloudflareCni.PowerShell.Errors.ErrorMap")!;
        MethodInfo message = map.GetMethod("Message", BindingFlags.Public | BindingFlags.Static)!;
        CniException[] failures = [.. Enum.GetValues<CniErrorKind>().Select(kind => new CniException(kind, "This happened."))];

        IEnumerable<string> shown = failures.Select(failure => (string)message.Invoke(null, [failure, true])!);
        Assert.All(shown, text => Assert.Equal("This happened.", text));
        Assert.All(
            failures.Where(failure => failure.Kind is not (
                CniErrorKind.InvalidArgument or CniErrorKind.NotConnected or CniErrorKind.WrongConnection or CniErrorKind.ModuleUnusable
                or CniErrorKind.ConfigurationInvalid or CniErrorKind.ConfigurationChanged or CniErrorKind.ConfigurationRefused)),
            failure => Assert.Matches(@"^This happened\. [A-Z].+\.$", (string)message.Invoke(null, [failure, false])!));
    }
}
