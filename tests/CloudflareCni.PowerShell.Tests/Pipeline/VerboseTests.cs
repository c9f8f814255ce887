using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Pipeline;

/// <summary>Each request writes one verbose line.</summary>
public sealed class VerboseTests
{
    [Fact]
    public void Shows_method_path_status_time_and_ray()
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Page(request.Number == 1 ? 2 : null, Samples.SlotJson(request.Number)));
        using Session session = server.Connect();

        RunResult result = session.Must("Get-CniSlot -Site FRA03 -Verbose");

        Assert.Equal(2, result.Verbose.Count);
        Assert.Matches($@"^GET /accounts/{Samples.AccountId}/cni/slots\?site=FRA03&limit=100: 200 in \d+ ms, cf-ray {ScriptedServer.Ray}$", result.Verbose[0]);
        Assert.Matches($@"^GET /accounts/{Samples.AccountId}/cni/slots\?site=FRA03&cursor=2&limit=100: 200 in \d+ ms, cf-ray {ScriptedServer.Ray}$", result.Verbose[1]);
    }

    [Fact]
    public void Is_written_for_failures_as_well()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such name"));
        using Session session = server.Connect();

        RunResult result = session.Run("'a/b', 'c' | Get-CniInterconnect -Verbose");

        Assert.Equal(2, result.Verbose.Count);
        Assert.Contains("/interconnects/a%2Fb: 404 in ", result.Verbose[0]);
    }

    [Fact]
    public void Shows_that_no_response_was_received()
    {
        using Session session = SessionConnections.Connect(ScriptedServer.DeadAddress());

        string line = Assert.Single(session.Run("Get-CniSettings -Verbose").Verbose);

        Assert.Matches(@"^GET \S+: no response in \d+ ms$", line);
    }

    [Fact]
    public void Is_not_written_without_Verbose()
    {
        using var session = new Session();

        Assert.Empty(session.Must("Get-CniSettings").Verbose);
    }

    [Theory]
    [InlineData("Set-CniSettings 64512", "GET", "PUT")]
    [InlineData("Remove-CniInterconnect lost -Force", "GET", "DELETE")]
    public void Each_request_of_a_change_has_a_line(string script, params string[] methods)
    {
        using var server = new ScriptedServer(request => (request.Method, script[0]) switch
        {
            ("GET", 'R') => ScriptedAnswer.Page(null),
            _ => ScriptedAnswer.Ok("""{"default_asn":null}"""),
        });
        using Session session = server.Connect();

        RunResult result = session.Must($"{script} -Verbose -Confirm:$false");

        Assert.Equal(methods, result.Verbose.Where(line => line.Contains(" ms, ", System.StringComparison.Ordinal)).Select(line => line.Split(' ')[0]));
    }
}
