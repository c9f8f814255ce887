using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class ModelTests
{
    [Theory]
    [InlineData("CniSlot", "Get-CniSlot")]
    [InlineData("CniInterconnect", "Get-CniInterconnect")]
    [InlineData("CniInterconnectStatus", "Get-CniInterconnect | Get-CniInterconnectStatus")]
    [InlineData("Cni", "Get-Cni")]
    [InlineData("CniSettings", "Get-CniSettings")]
    [InlineData("CniMagicInterconnect", "Get-CniMagicInterconnect")]
    [InlineData("CniMagicRoute", "Get-CniMagicRoute")]
    [InlineData("CniAccount", "Get-CniAccount")]
    [InlineData("CniCircuit", "Get-CniCircuit")]
    public void A_model_can_be_the_type_of_a_function_parameter(string model, string script)
    {
        using var session = new Session();

        RunResult result = session.Must($$"""
            function Test-Model([Parameter(ValueFromPipeline)] [CloudflareCni.{{model}}] $Model) { process { $Model -is [CloudflareCni.{{model}}] } }
            {{script}} | Test-Model
            """);

        Assert.NotEmpty(result.Output);
        Assert.All(result.As<bool>(), Assert.True);
    }

    [Theory]
    [InlineData("Get-CniSlot", "FacilityName")]
    [InlineData("Get-CniInterconnect", "FacilityName Location")]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus", "")]
    [InlineData("Get-Cni", "ConduitName Description Mtu CustomerAsn ExtraPrefix")]
    [InlineData("Get-CniSettings", "")]
    [InlineData("Get-CniMagicInterconnect", "")]
    [InlineData("Get-CniMagicRoute", "")]
    [InlineData("Get-CniAccount", "")]
    [InlineData("Get-CniCircuit", "CniCount RouteCount")]
    public void Listing_the_properties_of_an_object_shows_all_including_the_flattened_ones(string script, string flattened)
    {
        using var session = new Session();

        PSObject model = session.Must(script).Output[0];

        Assert.Equal(
            model.BaseObject.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(),
            model.Properties.Select(property => property.Name).Order());
        Assert.Subset(model.Properties.Select(property => property.Name).ToHashSet(), flattened.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        Assert.All(model.Properties, property => Assert.Null(Record.Exception(() => property.Value)));
        Assert.Null(model.Members["PSStandardMembers"]);
    }

    [Theory]
    [InlineData("Get-Cni | Where-Object ConduitName -eq lab", 1)]
    [InlineData("Get-Cni | Where-Object Description -like '*dataplane v1'", 2)]
    [InlineData("Get-Cni | Where Mtu -eq 1476", 3)]
    [InlineData("Get-Cni | Where CustomerAsn -ge 4200000000", 2)]
    [InlineData("Get-Cni | Where CustomerAsn -eq $null", 2)]
    [InlineData("Get-Cni | Where ExtraPrefix -eq '100.96.0.0/12, 100.64.0.0/12'", 1)]
    [InlineData("Get-CniSlot | Where FacilityName -eq 'Equinix FR5'", 5)]
    [InlineData("Get-CniInterconnect | Where FacilityName -eq 'Equinix FR5'", 1)]
    [InlineData("Get-CniInterconnect | Where Location -eq fra03", 1)]
    [InlineData("Get-CniInterconnect | Where Location -eq us-east4", 1)]
    [InlineData("Get-CniInterconnect | Where SlotId", 7)]
    [InlineData("Get-CniInterconnect | Where Kind -eq GcpPartner", 2)]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus | Where State -ne Healthy", 3)]
    public void Flattened_members_work_in_filters(string script, int count)
    {
        using var session = new Session();

        Assert.Equal(count, session.Must(script).Output.Count);
    }

    [Fact]
    public void A_nested_object_is_shown_as_one_line()
    {
        using var session = new Session();

        RunResult result = session.Must(
            "$cni = Get-Cni | Where-Object ConduitName -eq warp-return; \"$($cni.Magic)|$($cni.Bgp)|$cni\"; \"$(@(Get-CniSlot -Site fra03)[0].Facility)\"");

        Assert.StartsWith("warp-return (MTU 1500)|AS4200000010 (100.96.0.0/12, 100.64.0.0/12)|", result.As<string>()[0], StringComparison.Ordinal);
        Assert.Equal("Equinix FR5 (Kleyerstraße 88-90, 60326 Frankfurt am Main, Germany)", result.As<string>()[1]);
    }
}
