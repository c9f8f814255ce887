using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Shell;

/// <summary>The shell as a user starts it who has .NET and no PowerShell.</summary>
public sealed class ShellTests
{
    private static readonly string[] SlotColumns = ["Site", "Speed", "Occupied", "Id", "Facility", "Account"];

    [Fact]
    public async Task Command_prints_our_table_on_standard_output_and_succeeds()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", "Get-CniSlot | Where occupied -eq $false"]);

        Assert.Equal(0, shell.ExitCode);
        Assert.Empty(shell.Error);
        string header = shell.Output.Split('\n').First(line => line.Trim().Length > 0);
        Assert.Equal(SlotColumns, header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Trim()));
        Assert.Contains("False", shell.Output);
        Assert.DoesNotContain("True", shell.Output);
    }

    [Theory]
    [InlineData("'before'; Get-CniSlot no-guid", "CniInvalidArgument")]
    [InlineData("Get-CniSlot no-guid; 'after'", "CniInvalidArgument")]
    [InlineData("Get-CniInterconnect lost", "CniNotFound")]
    [InlineData("throw 'enough'", "enough")]
    [InlineData("Get-Nonsense", "CommandNotFoundException")]
    [InlineData("Get-CniSlot |", "EmptyPipeElement")]
    public async Task What_fails_is_told_on_standard_error_with_exit_code_1(string command, string says)
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", command]);

        Assert.Equal(1, shell.ExitCode);
        Assert.Contains(says, shell.Error);
        Assert.DoesNotContain(says, shell.Output);
    }

    [Fact]
    public async Task A_command_that_the_bare_engine_lacks_is_named_with_its_module()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", "Get-CniSlot | Select-Object -First 1"]);

        Assert.SkipWhen(shell.ExitCode == 0, "The shell was built with Microsoft.PowerShell.SDK, which has all commands.");
        Assert.Equal(1, shell.ExitCode);
        Assert.Contains("'Select-Object' belongs to Microsoft.PowerShell.Utility", shell.Error);
        Assert.Contains("UsePowerShellSdk", shell.Error);
    }

    [Theory]
    [InlineData("Get-CniSlot")]
    [InlineData("Get-CniConnection; Get-CniSettings")]
    public async Task NoSandbox_without_an_environment_is_not_connected(string command)
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-NoSandbox", "-Command", command]);

        Assert.Equal(1, shell.ExitCode);
        Assert.Empty(shell.Output.Trim());
        Assert.Contains("CniNotConnected", shell.Error);
        Assert.Contains("Connect-Cni", shell.Error);
    }

    [Fact]
    public async Task NoSandbox_uses_the_environment()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("""{"default_asn":64777}"""));

        ShellProcess shell = await ShellProcess.RunAsync(
            ["-NoSandbox", "-Command", "(Get-CniSettings).DefaultAsn"],
            environment: [("CLOUDFLARE_API_TOKEN", "t"), ("CLOUDFLARE_ACCOUNT_ID", "mine"), ("CLOUDFLARE_BASE_URL", server.BaseUri)]);

        Assert.Equal("64777", shell.Output.Trim());
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task The_sandbox_goes_before_the_environment()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", "(Get-CniConnection).IsSandbox"], environment: ("CLOUDFLARE_API_TOKEN", "t"));

        Assert.Equal("True", shell.Output.Trim());
    }

    [Fact]
    public async Task File_runs_a_script_with_its_arguments()
    {
        using var folder = new TemporaryFolder();
        string script = folder.At("free slots.ps1");
        await File.WriteAllTextAsync(
            script, "param([int] $Count, [string] $Word, [switch] $All) \"$Count $Word $All\"; (Get-CniSlot).Count", TestContext.Current.CancellationToken);

        ShellProcess shell = await ShellProcess.RunAsync(["-File", script, "3", "-Word", "two words", "-All"]);

        Assert.Empty(shell.Error);
        Assert.Equal(["3 two words True", "48"], shell.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task File_tells_where_in_the_script_it_failed_and_gives_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        string script = folder.At("fails.ps1");
        await File.WriteAllTextAsync(script, "'before'\nGet-CniSlot no-guid\nexit 7", TestContext.Current.CancellationToken);

        ShellProcess shell = await ShellProcess.RunAsync(["-File", script]);

        Assert.Equal("before", shell.Output.Trim());
        Assert.Contains("fails.ps1:2", shell.Error);
        Assert.Equal(7, shell.ExitCode);
    }

    [Fact]
    public async Task A_script_that_is_not_there_is_a_wrong_command_line()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-File", "no-such-script.ps1"]);

        Assert.Equal(64, shell.ExitCode);
        Assert.Contains("does not exist", shell.Error);
    }

    [Fact]
    public async Task Standard_input_is_run_with_Command_and_a_dash()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", "-"], input: "(Get-CniSlot).Count");

        Assert.Equal("48", shell.Output.Trim());
    }

    [Fact]
    public async Task A_missing_parameter_is_an_error_where_nobody_can_answer()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-NonInteractive", "-Command", "Get-CniLoaName"]);

        Assert.Equal(1, shell.ExitCode);
        Assert.Contains("Name", shell.Error);
    }

    [Fact]
    public async Task A_change_that_asks_is_not_made_where_nobody_can_answer()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-NonInteractive", "-Command", "$c = (Get-Cni)[0]; try { $c | Remove-Cni } catch { 'not asked' }; ($c | Get-Cni).Id -eq $c.Id"]);

        Assert.Equal(["not asked", "True"], shell.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("Get-CniSlot")]
    public async Task A_wrong_command_line_shows_the_usage(string argument)
    {
        ShellProcess shell = await ShellProcess.RunAsync([argument]);

        Assert.Equal(64, shell.ExitCode);
        Assert.Contains("Usage:", shell.Error);
        Assert.Empty(shell.Output);
    }
}
