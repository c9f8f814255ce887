using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Sandboxes;

/// <summary>Practice tokens let users try each kind of error before it happens with Cloudflare.</summary>
public sealed class PracticeTokenTests
{
    [Theory]
    [InlineData("invalid", "Get-CniSlot", "CniAuthenticationFailed")]
    [InlineData("expired", "Get-CniSlot", "CniAuthenticationFailed")]
    [InlineData("other-account", "Get-CniSlot", "CniAccessDenied")]
    [InlineData("no-account", "Get-CniSettings", "CniAccessDenied")]
    [InlineData("no-cni", "Get-CniSlot", "CniAccessDenied")]
    [InlineData("no-cni", "Set-CniSettings 64999", "CniAccessDenied")]
    [InlineData("read-only", "Set-CniSettings 64999", "CniAccessDenied")]
    [InlineData("read-only", "(Get-CniSlot -Occupied $false)[0] | New-CniInterconnect", "CniAccessDenied")]
    [InlineData("read-only", "(Get-Cni)[0] | Remove-Cni -Force", "CniAccessDenied")]
    public void A_practice_token_fails_the_same_way_in_this_process_and_on_loopback(string token, string script, string id)
    {
        using var session = new Session(connectSandbox: false);

        RunResult inProcess = session.RunToFirstEnd($"$null = Connect-Cni -Sandbox -ApiToken $args[0]; {script}", Secret.Of(token));
        RunResult onLoopback = session.RunToFirstEnd(
            $"$box = Start-CniSandbox; $null = Connect-Cni -BaseUri $box.BaseUri -ApiToken $args[0] -AccountId mine; {script}", Secret.Of(token));

        Assert.Equal([id], inProcess.ErrorIds);
        Assert.Equal([id], onLoopback.ErrorIds);
        session.Must("Stop-CniSandbox $box");
    }

    [Theory]
    [InlineData("read-only", "Get-CniSlot")]
    [InlineData("anything-else", "Set-CniSettings 64999")]
    public void A_practice_token_can_do_everything_else(string token, string script)
    {
        using var session = new Session(connectSandbox: false);

        session.Must($"$null = Connect-Cni -Sandbox -ApiToken $args[0]; {script}", Secret.Of(token));
    }
}
