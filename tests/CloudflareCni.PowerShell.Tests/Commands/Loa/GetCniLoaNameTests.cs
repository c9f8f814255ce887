using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniLoaNameTests
{
    [Theory]
    [InlineData("Get-CniLoaName $args[0] -Verbose")]
    [InlineData("Get-CniLoaName -Name $args[0] -Verbose")]
    [InlineData("$args[0] | Get-CniLoaName -Verbose")]
    [InlineData("Get-CniInterconnect $args[0] | Get-CniLoaName -Verbose")]
    public void The_default_name_of_an_LOA_is_a_string(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script, SandboxSamples.Empty);

        Assert.Equal("Sandbox Example Networks", result.One<string>());
        Assert.Equal([$"GET /interconnects/{SandboxSamples.Empty}/loa/default"], result.Requests());
    }

    [Fact]
    public void A_failure_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniLoaName nowhere-1, $args[0]", SandboxSamples.Empty);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Single(result.Output);
    }

    [Fact]
    public void A_GCP_partner_interconnect_does_not_have_an_LOA()
    {
        using var session = new Session();

        string[] ids = session.Must("Get-CniInterconnect -Type gcp_partner").As<CniInterconnect>()
            .Select(interconnect => session.Run("$args[0] | Get-CniLoaName", interconnect).ErrorIds.Single()).ToArray();

        Assert.Equal(["CniLoaNotAvailable", "CniLoaNotAvailable"], ids);
    }

    [Theory]
    [InlineData("\"Acme\"", "Acme")]
    [InlineData("{\"name\": \"Acme\"}", "Acme")]
    [InlineData("{\"name\": \"Acme\", \"length\": 4}", "Acme")]
    [InlineData("{\"name\": \"Acme\", \"other\": \"Corp\"}", "Acme")]
    [InlineData("{\"customer\": \"Acme\"}", "Acme")]
    [InlineData("{\"customer\": \"Acme\", \"other\": \"Corp\"}", null)]
    [InlineData("{}", null)]
    [InlineData("42", null)]
    public void The_name_is_a_JSON_string_the_name_field_or_the_only_string_field(string body, string? name)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(body));
        using Session session = server.Connect();

        RunResult result = session.Run("Get-CniLoaName any");

        Assert.Equal(name is null ? [] : [name], result.As<string>());
        Assert.Equal(name is null ? ["CniInvalidResponse"] : [], result.ErrorIds);
    }
}
