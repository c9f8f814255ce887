using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

public sealed class NewCniInterconnectTests
{
    private const string PairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1";

    [Theory]
    [InlineData("$args[0] | New-CniInterconnect -Verbose")]
    [InlineData("New-CniInterconnect $args[0] -Verbose")]
    [InlineData("New-CniInterconnect -Slot $args[0].Id -Verbose")]
    [InlineData("New-CniInterconnect -Slot $args[0].Id.ToString() -Verbose")]
    [InlineData("$args[0].Id.ToString() | New-CniInterconnect -Verbose")]
    [InlineData("New-CniInterconnect $args[0] -Speed $args[0].Speed -Verbose")]
    [InlineData("[pscustomobject]@{ Slot = $args[0].Id; Speed = $args[0].Speed } | New-CniInterconnect -Verbose")]
    [InlineData("[pscustomobject]@{ Slot = $args[0].Id; Speed = '' } | New-CniInterconnect -Verbose")]
    public void An_ordered_slot_has_an_interconnect_and_is_occupied(string script)
    {
        using var session = new Session();
        CniSlot slot = session.FreeSlots(1)[0];

        RunResult result = session.Must(script, slot);

        CniInterconnect made = result.One<CniInterconnect>();
        Assert.Equal(slot.Id, made.SlotId);
        Assert.Equal("direct", made.Type);
        Assert.Equal(slot.Speed, made.Speed);
        Assert.Equal(CniInterconnectKind.Physical, made.Kind);
        Assert.Equal(["GET /interconnects?limit=100", "POST /interconnects"], result.Requests());
        Assert.True(session.Must("Get-CniSlot $args[0]", slot).One<CniSlot>().Occupied);
    }

    [Fact]
    public void The_speed_of_a_slot_object_is_not_sent()
    {
        using var session = new Session();
        CniSlot slot = session.FreeSlots(1)[0];
        var wronglyRead = new CniSlot(slot.Id, slot.Facility, slot.Occupied, slot.Site, "400G", origin: slot.Origin);

        Assert.Equal(slot.Speed, session.Must("$args[0] | New-CniInterconnect", wronglyRead).One<CniInterconnect>().Speed);
    }

    [Theory]
    [InlineData("New-CniInterconnect $args[0] -Speed 400G")]
    [InlineData("[pscustomobject]@{ Slot = $args[0].Id; Speed = '400G' } | New-CniInterconnect")]
    public void A_specified_speed_is_sent(string script)
    {
        using var session = new Session();

        RunResult result = session.Run(script, session.FreeSlots(1)[0]);

        Assert.Equal(["CniBadRequest"], result.ErrorIds);
        Assert.Contains("speed", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_order_does_not_stop_the_others()
    {
        using var session = new Session();
        CniSlot[] free = session.FreeSlots(2);
        CniSlot taken = session.Must("@(Get-CniSlot -Occupied $true)[0]").One<CniSlot>();

        RunResult result = session.Run("New-CniInterconnect $args[0], $args[1], port-7, $args[2] -Verbose", free[0], taken, free[1]);

        Assert.Null(result.Terminating);
        Assert.Equal(free.Select(slot => (Guid?)slot.Id), result.As<CniInterconnect>().Select(interconnect => interconnect.SlotId));
        Assert.Equal(["CniAlreadyExists", "CniInvalidArgument"], result.ErrorIds);
        Assert.Equal([taken.Id.ToString(), "port-7"], result.Errors.Select(error => error.TargetObject.ToString()));
        Assert.Equal(2, result.Requests().Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("New-CniInterconnect -PairingKey $args[0] -Bandwidth 500M", "500M")]
    [InlineData("New-CniInterconnect -PairingKey $args[0] -Bandwidth 1g", "1G")]
    [InlineData("[pscustomobject]@{ PairingKey = $args[0]; Bandwidth = '50m' } | New-CniInterconnect", "50M")]
    public void A_pairing_key_orders_a_GCP_partner_interconnect(string script, string bandwidth)
    {
        using var session = new Session();

        CniInterconnect made = session.Must(script, PairingKey).One<CniInterconnect>();

        Assert.Equal("gcp_partner", made.Type);
        Assert.Equal("us-east4", made.Region);
        Assert.Equal(bandwidth, made.Speed);
        Assert.Equal(CniInterconnectKind.GcpPartner, made.Kind);
    }

    [Theory]
    [InlineData("New-CniInterconnect -PairingKey $args[0] -Bandwidth 3G -Verbose")]
    [InlineData("New-CniInterconnect -PairingKey \"a`nb\" -Bandwidth 1G -Verbose")]
    public void An_invalid_value_is_rejected_before_any_request(string script)
    {
        using var session = new Session();

        RunResult result = session.Run(script, PairingKey);

        Assert.Equal(["CniInvalidArgument"], result.ErrorIds);
        Assert.Empty(result.Requests());
    }

    [Fact]
    public void An_invalid_bandwidth_is_reported_with_the_valid_ones()
    {
        using var session = new Session();

        string message = session.Run("New-CniInterconnect -PairingKey x -Bandwidth 3G").Errors.Single().ToString();

        Assert.Contains("'3G'", message, StringComparison.Ordinal);
        Assert.Contains("50M, 100M, 200M, 300M, 400M, 500M, 1G, 2G, 5G, 10G, 20G, 50G", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", "-Verbose -Debug")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", "-WhatIf -Verbose")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", "-Confirm -Verbose")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", "-Type strange -Verbose")]
    [InlineData("7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", "-AccountId '/' -Verbose")]
    [InlineData("sesame-42-open", "-Verbose")]
    [InlineData("sesame-42\u0007open", "-Verbose")]
    public void The_pairing_key_is_never_shown(string key, string options)
    {
        using var session = new Session();
        session.Host.Answers.Enqueue(0);

        RunResult result = session.Run($"New-CniInterconnect -PairingKey $args[0] -Bandwidth 1G {options} | Out-Default; $Error[0]", key);

        string everything = string.Join(
            '\n',
            [
                result.Screen,
                .. session.Host.Questions,
                .. result.Verbose,
                .. result.Warnings,
                .. result.Output.Select(item => $"{item}"),
                .. result.AllErrors.SelectMany(Everything),
            ]);
        Assert.DoesNotContain(key[..8], everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_specified_type_is_sent_unchanged()
    {
        using var session = new Session();

        RunResult result = session.Run("New-CniInterconnect $args[0] -Type carrier_pigeon", session.FreeSlots(1)[0]);

        Assert.Equal(["CniBadRequest"], result.ErrorIds);
        Assert.Contains("type", result.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_does_not_order_anything()
    {
        using var session = new Session();
        CniSlot slot = session.FreeSlots(1)[0];

        RunResult result = session.Must("$args[0] | New-CniInterconnect -WhatIf -Verbose", slot);

        Assert.Empty(result.Output);
        Assert.Equal(["GET /interconnects?limit=100"], result.Requests());
        Assert.Contains($"What if: Order an interconnect on slot {slot.Id}: SlotId: {slot.Id}, Type: direct", result.Screen, StringComparison.Ordinal);
        Assert.False(session.Must("Get-CniSlot $args[0]", slot).One<CniSlot>().Occupied);
    }

    [Fact]
    public void An_order_prompts_only_on_request()
    {
        using var session = new Session();
        CniSlot[] slots = session.FreeSlots(2);

        session.Must("$args[0] | New-CniInterconnect", slots[0]);
        Assert.Empty(session.Host.Questions);

        session.Host.Answers.Enqueue(2);
        Assert.Empty(session.Must("$args[0] | New-CniInterconnect -Confirm", slots[1]).Output);
        Assert.Single(session.Host.Questions);
        Assert.False(session.Must("Get-CniSlot $args[0]", slots[1]).One<CniSlot>().Occupied);
    }

    private static IEnumerable<string> Everything(ErrorRecord error) =>
        [error.ToString(), error.Exception.ToString(), error.TargetObject?.ToString() ?? "", error.CategoryInfo.ToString(), error.ErrorDetails?.RecommendedAction ?? ""];
}
