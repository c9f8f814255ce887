using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniInterconnectTests
{
    [Fact]
    public void Physical_and_GCP_partner_interconnects_are_distinguished()
    {
        using var session = new Session();

        IReadOnlyList<CniInterconnect> all = session.Must("Get-CniInterconnect -PageSize 4").As<CniInterconnect>();

        Assert.Equal(9, all.Count);
        Assert.Equal(7, all.Count(interconnect => interconnect is { Kind: CniInterconnectKind.Physical, Facility: not null, SlotId: not null, Type: "direct" }));
        Assert.Equal(2, all.Count(interconnect => interconnect is { Kind: CniInterconnectKind.GcpPartner, Region: not null, SlotId: null, Type: "gcp_partner" }));
    }

    [Theory]
    [InlineData("Get-CniInterconnect fra03-fr5-3 -Verbose")]
    [InlineData("Get-CniInterconnect -Name fra03-fr5-3 -Verbose")]
    [InlineData("'fra03-fr5-3' | Get-CniInterconnect -Verbose")]
    [InlineData("[pscustomobject]@{ Name = 'fra03-fr5-3' } | Get-CniInterconnect -Verbose")]
    public void An_exact_name_takes_one_request(string script)
    {
        using var session = new Session();

        RunResult result = session.Must(script);

        Assert.Equal("fra03-fr5-3", result.One<CniInterconnect>().Name);
        Assert.Equal(["GET /interconnects/fra03-fr5-3"], result.Requests());
    }

    [Theory]
    [InlineData("dfw*", "dfw07-da1-1 dfw07-da1-4")]
    [InlineData("DFW*", "dfw07-da1-1 dfw07-da1-4")]
    [InlineData("*-[89]", "gcp-us-east4-8 gcp-europe-west3-9")]
    [InlineData("gcp-*, dfw07-da1-?", "dfw07-da1-1 dfw07-da1-4 gcp-us-east4-8 gcp-europe-west3-9")]
    [InlineData("gcp-*, gcp-us*", "gcp-us-east4-8 gcp-europe-west3-9")]
    [InlineData("nowhere*", "")]
    public void Wildcards_select_from_one_list(string names, string expected)
    {
        using var session = new Session();

        RunResult result = session.Must($"Get-CniInterconnect {names} -Verbose");

        Assert.Equal(expected, Names(result));
        Assert.Equal(["GET /interconnects?limit=100"], result.Requests());
    }

    [Theory]
    [InlineData("-Site dfw07", "dfw07-da1-1 dfw07-da1-4", "GET /interconnects?site=dfw07&limit=100")]
    [InlineData("-Type gcp_partner", "gcp-us-east4-8 gcp-europe-west3-9", "GET /interconnects?type=gcp_partner&limit=100")]
    [InlineData("*-4 -Site dfw07", "dfw07-da1-4", "GET /interconnects?site=dfw07&limit=100")]
    [InlineData("dfw07-da1-4 -Type direct", "dfw07-da1-4", "GET /interconnects/dfw07-da1-4")]
    [InlineData("dfw07-da1-4 -Type gcp_partner", "", "GET /interconnects/dfw07-da1-4")]
    [InlineData("dfw07-da1-4 -Site fra03", "", "GET /interconnects/dfw07-da1-4")]
    public void Site_and_type_filter_lists_and_names(string arguments, string expected, string request)
    {
        using var session = new Session();

        RunResult result = session.Must($"Get-CniInterconnect {arguments} -Verbose");

        Assert.Equal(expected, Names(result));
        Assert.Equal([request], result.Requests());
    }

    [Fact]
    public void An_unknown_name_is_an_error_and_the_command_continues()
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniInterconnect nowhere-1, ams07-am5-6");

        Assert.Null(result.Terminating);
        Assert.Equal("ams07-am5-6", Names(result));
        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Equal("nowhere-1", result.Errors[0].TargetObject);
    }

    [Fact]
    public void The_name_of_an_object_is_never_a_pattern()
    {
        using var session = new Session();
        var odd = new CniInterconnect("lab [1]*/a%2f?", SandboxSamples.Account, "direct");

        RunResult result = session.Run("$args[0] | Get-CniInterconnect -Verbose", odd);

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Equal(["GET /interconnects/lab%20%5B1%5D%2A%2Fa%252f%3F"], result.Requests());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void A_name_that_would_change_the_address_is_rejected_before_any_request(string name)
    {
        using var session = new Session();

        RunResult result = session.Run("Get-CniInterconnect $args[0] -Verbose", name);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.Requests());
    }

    private static string Names(RunResult result) => string.Join(' ', result.As<CniInterconnect>().Select(interconnect => interconnect.Name));

    /// <summary>The engine's own error would end the pipeline.</summary>
    [Theory]
    [InlineData("Get-CniInterconnect $args[0], $args[1]")]
    [InlineData("$args | Get-CniInterconnect")]
    [InlineData("$args | Get-CniInterconnectStatus")]
    [InlineData("$args | Get-CniLoaName")]
    [InlineData("$args | Wait-CniInterconnect -State Healthy -TimeoutSec 0")]
    [InlineData("Get-Cni -Interconnect $args[0], $args[1]")]
    public void An_invalid_wildcard_pattern_is_an_error_and_the_command_continues(string script)
    {
        using var session = new Session();

        RunResult result = session.Run(script, "x[", SandboxSamples.Carrying);

        Assert.Null(result.Terminating);
        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Equal("x[", result.Errors[0].TargetObject);
        Assert.Single(result.Output);
    }
}
