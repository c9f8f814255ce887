using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class GetCniSlotTests
{
    [Fact]
    public void All_slots_are_returned()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniSlot -Verbose");

        Assert.Equal(48, result.As<CniSlot>().Select(slot => slot.Id).Distinct().Count());
        Assert.Equal(48, result.Output.Count);
        Assert.Equal(["GET /slots?limit=100"], result.Requests());
    }

    [Theory]
    [InlineData(5, 10)]
    [InlineData(25, 2)]
    [InlineData(48, 1)]
    [InlineData(1000, 1)]
    public void PageSize_changes_the_number_of_requests_but_not_the_list(int pageSize, int requests)
    {
        using var session = new Session();
        IReadOnlyList<Guid> all = Ids(session.Must("Get-CniSlot"));

        RunResult result = session.Must("Get-CniSlot -PageSize $args[0] -Verbose", pageSize);

        Assert.Equal(all, Ids(result));
        Assert.Equal(requests, result.Requests().Count);
        Assert.All(result.Requests(), request => Assert.Contains($"limit={pageSize}", request, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Site fra03", "$_.Site -eq 'fra03'", "site=fra03")]
    [InlineData("-Speed 100G", "$_.Speed -eq '100G'", "speed=100G")]
    [InlineData("-AddressContains frankfurt", "$_.Facility.Address -like '*Frankfurt*'", "address_contains=frankfurt")]
    [InlineData("-AddressContains 'San Jose, CA'", "$_.Facility.Address -like '*San Jose, CA*'", "address_contains=San%20Jose%2C%20CA")]
    [InlineData("-Occupied $true", "$_.Occupied", "occupied=true")]
    [InlineData("-Occupied $false", "-not $_.Occupied", "occupied=false")]
    [InlineData("-Site lhr09 -Speed 10G -Occupied $false", "$_.Site -eq 'lhr09' -and $_.Speed -eq '10G' -and -not $_.Occupied", "occupied=false")]
    public void A_filter_is_sent_to_the_server(string filter, string meaning, string query)
    {
        using var session = new Session();

        RunResult result = session.Must($"Get-CniSlot {filter} -PageSize 100 -Verbose");

        Assert.NotEmpty(result.Output);
        Assert.Equal(Ids(session.Must($"Get-CniSlot | Where-Object {{ {meaning} }}")), Ids(result));
        Assert.Contains(query, Assert.Single(result.Requests()), StringComparison.Ordinal);
    }

    [Fact]
    public void Slots_can_be_filtered_with_Where()
    {
        using var session = new Session();

        RunResult result = session.Must("Get-CniSlot | Where occupied -eq $false");

        Assert.Equal(33, result.Output.Count);
        Assert.All(result.As<CniSlot>(), slot => Assert.False(slot.Occupied));
    }

    [Theory]
    [InlineData("Get-CniSlot $args[0] -Verbose")]
    [InlineData("Get-CniSlot -Id $args[0].Id -Verbose")]
    [InlineData("Get-CniSlot $args[0].Id.ToString() -Verbose")]
    [InlineData("Get-CniSlot $args[0].Id.ToString('B').ToUpper() -Verbose")]
    [InlineData("$args[0] | Get-CniSlot -Verbose")]
    [InlineData("$args[0].Id | Get-CniSlot -Verbose")]
    [InlineData("$args[0].Id.ToString() | Get-CniSlot -Verbose")]
    [InlineData("[pscustomobject]@{ Id = $args[0].Id } | Get-CniSlot -Verbose")]
    public void Getting_one_slot_by_ID_takes_one_request(string script)
    {
        using var session = new Session();
        CniSlot slot = session.FreeSlots(1)[0];

        RunResult result = session.Must(script, slot);

        Assert.Equal(slot.Id, result.One<CniSlot>().Id);
        Assert.Equal([$"GET /slots/{slot.Id}"], result.Requests());
    }

    [Fact]
    public void An_invalid_or_unknown_ID_is_an_error_and_the_command_continues()
    {
        using var session = new Session();
        CniSlot[] slots = session.FreeSlots(2);

        RunResult result = session.Run("Get-CniSlot $args[0], port-7, $args[1], $args[2] -Verbose", slots[0], SandboxSamples.Unknown, slots[1]);

        Assert.Null(result.Terminating);
        Assert.Equal([slots[0].Id, slots[1].Id], Ids(result));
        Assert.Equal(["CniInvalidArgument", "CniNotFound"], result.ErrorIds);
        Assert.Equal(["port-7", SandboxSamples.Unknown.ToString()], result.Errors.Select(error => error.TargetObject.ToString()));
        Assert.Equal([ErrorCategory.InvalidArgument, ErrorCategory.ObjectNotFound], result.Errors.Select(error => error.CategoryInfo.Category));
        Assert.Equal(3, result.Requests().Count);
    }

    [Fact]
    public void A_slot_has_the_fields_of_the_API()
    {
        using var session = new Session();

        CniSlot slot = session.Must("Get-CniSlot -Site fra03 -Occupied $true").As<CniSlot>()[1];

        Assert.Equal("fra03", slot.Site);
        Assert.Equal("10G", slot.Speed);
        Assert.True(slot.Occupied);
        Assert.Equal("Equinix FR5", slot.Facility.Name);
        Assert.Equal(["Kleyerstraße 88-90", "60326 Frankfurt am Main", "Germany"], slot.Facility.Address);
        Assert.Equal(SandboxSamples.Account, slot.Account);
        Assert.Equal(SandboxSamples.Account, slot.AccountId);
        Assert.Equal("cr2-fra3", slot.CcrDeviceName);
    }

    private static List<Guid> Ids(RunResult result) => result.As<CniSlot>().Select(slot => slot.Id).ToList();
}
