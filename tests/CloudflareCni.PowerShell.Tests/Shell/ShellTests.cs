using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Shell;

/// <summary>The Shell, as users start it who have .NET but not PowerShell.</summary>
/// <remarks>Each process takes more than a second, so a test checks what one command line can show.</remarks>
[Trait("Tier", "Slow")]
public sealed class ShellTests
{
    // The columns that fit in a terminal with 80 columns. A wider terminal also shows the account.
    private static readonly string[] SlotColumns = ["Site", "Speed", "Occupied", "Id", "Facility"];

    [Fact]
    public async Task Command_writes_the_table_to_standard_output_and_succeeds()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", "Get-CniSlot | Where occupied -eq $false"]);

        Assert.Equal(0, shell.ExitCode);
        Assert.Empty(shell.Error);
        string header = shell.Output.Split('\n').First(line => line.Trim().Length > 0);
        Assert.Equal(SlotColumns, header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(column => column.Trim()).Take(SlotColumns.Length));
        Assert.Contains("False", shell.Output);
        Assert.DoesNotContain("True", shell.Output);
    }

    [Theory]
    [InlineData("'before'; Get-CniSlot no-guid", "no-guid")]
    [InlineData("Get-CniInterconnect lost", "lost")]
    [InlineData("throw 'enough'", "enough")]
    [InlineData("Get-Nonsense", "Get-Nonsense")]
    public async Task A_failure_is_written_to_standard_error_with_exit_code_1(string command, string says)
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-Command", command]);

        Assert.Equal(1, shell.ExitCode);
        Assert.Contains(says, shell.Error);
        Assert.DoesNotContain(says, shell.Output);
    }

    [Fact]
    public async Task Arguments_are_passed_unchanged_and_the_exit_code_is_returned()
    {
        ShellProcess shell = await ShellProcess.RunAsync(
            ["-Command", "using namespace System.Text; \"a $([StringBuilder].Name) `$x\" + ' \"b\" '; @(Get-CniSlot | Select-Object -First 3).Count; exit 3"]);

        Assert.Equal(["a StringBuilder $x \"b\"", "3"], shell.Lines);
        Assert.Equal(3, shell.ExitCode);
    }

    [Fact]
    public async Task NoSandbox_without_an_environment_is_not_connected()
    {
        ShellProcess shell = await ShellProcess.RunAsync(["-NoSandbox", "-Command", "Get-CniConnection; Get-CniSettings"]);

        Assert.Equal(1, shell.ExitCode);
        Assert.Empty(shell.Output.Trim());
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
    public async Task The_sandbox_overrides_the_environment_and_the_launchers_variables_do_not_stay_in_the_session()
    {
        ShellProcess shell = await ShellProcess.RunAsync(
            ["-Command", "@(Get-ChildItem Env:CNI_SHELL*).Count; $Error.Count; (Get-CniConnection).IsSandbox"], environment: ("CLOUDFLARE_API_TOKEN", "t"));

        Assert.Equal(["0", "0", "True"], shell.Lines);
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
        Assert.Equal(["3 two words True", "48"], shell.Lines);
        Assert.Equal(0, shell.ExitCode);
    }

    [Fact]
    public async Task File_returns_the_exit_code_of_its_script()
    {
        using var folder = new TemporaryFolder();
        string script = folder.At("fails.ps1");
        await File.WriteAllTextAsync(script, "'before'\nGet-CniSlot no-guid\nexit 7", TestContext.Current.CancellationToken);

        ShellProcess shell = await ShellProcess.RunAsync(["-File", script]);

        Assert.Equal("before", shell.Output.Trim());
        Assert.Contains("no-guid", shell.Error);
        Assert.Equal(7, shell.ExitCode);
    }

    [Theory]
    [InlineData("-File", "no-such-script.ps1")]
    [InlineData("-Nonsense")]
    public async Task An_invalid_command_line_returns_exit_code_64(params string[] arguments)
    {
        ShellProcess shell = await ShellProcess.RunAsync(arguments);

        Assert.Equal(64, shell.ExitCode);
        Assert.Contains(arguments[^1], shell.Error);
    }

    [Theory]
    [InlineData("-Command", "-")]
    [InlineData]
    public async Task Standard_input_is_executed(params string[] arguments)
    {
        ShellProcess shell = await ShellProcess.RunAsync(arguments, input: "\"count $((Get-CniSlot).Count)\"\nexit 4\n");

        Assert.Contains("count 48", shell.Output);
        Assert.Equal(4, shell.ExitCode);
    }

    [Fact]
    public async Task Without_input_it_ends()
    {
        ShellProcess shell = await ShellProcess.RunAsync([]);

        Assert.Equal(0, shell.ExitCode);
        Assert.Empty(shell.Error);
    }

    [Fact]
    public async Task Without_a_prompt_a_change_that_needs_confirmation_is_not_made_and_a_missing_parameter_is_an_error()
    {
        ShellProcess shell = await ShellProcess.RunAsync(
            ["-NonInteractive", "-Command", "$c = (Get-Cni)[0]; try { $c | Remove-Cni -WarningAction Ignore } catch { 'not asked' }; ($c | Get-Cni).Id -eq $c.Id; Get-CniLoaName"]);

        Assert.Equal(["not asked", "True"], shell.Lines);
        Assert.Equal(1, shell.ExitCode);
        Assert.Contains("Get-CniLoaName", shell.Error);
        Assert.Contains("Name.", shell.Error);
    }
}
