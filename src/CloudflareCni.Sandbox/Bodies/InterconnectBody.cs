using System;
using System.Linq;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Bodies;

/// <summary>Checks the body of a new interconnect and creates the interconnect from it.</summary>
internal static class InterconnectBody
{
    private static readonly BodyField[] GcpPartner =
    [
        new("bandwidth", FieldRules.OneOf("50M", "100M", "200M", "300M", "400M", "500M", "1G", "2G", "5G", "10G", "20G", "50G")),
        new("pairing_key", FieldRules.TextThat(key => RegionOf(key) is null ? "must be a key as Google Cloud shows it: UUID/region/zone" : null)),
    ];

    /// <summary>
    /// Creates the interconnect without adding it to the account. Assumption: only the two published types exist, and a slot supports exactly the
    /// speed that it shows.
    /// </summary>
    public static Interconnect Create(AccountWorld world, byte[] json)
    {
        RequestBody body = RequestBody.Parse(json);
        string? type = body.Text("type");
        BodyField[] common =
        [
            new("account", FieldRules.Account(world)),
            new("type", FieldRules.OneOf(Interconnect.Direct, Interconnect.GcpPartner)),
        ];
        BodyField[] own = type switch
        {
            Interconnect.Direct => Physical(world, body.Text("slot_id")),
            Interconnect.GcpPartner => GcpPartner,
            _ => [],
        };
        body.Check(common.Concat(own)).ThrowIfRejected();
        if (type == Interconnect.GcpPartner)
        {
            return InterconnectFactory.GcpPartner(world, RegionOf(body.Text("pairing_key")!)!, body.Text("bandwidth")!);
        }

        FindSlot(world, body.Text("slot_id")!, out int slot);
        return InterconnectFactory.Physical(world, slot, body.Text("speed"));
    }

    private static BodyField[] Physical(AccountWorld world, string? slotId) =>
    [
        new("slot_id", FieldRules.TextThat(text => SlotReason(world, text))),
        new("speed", FieldRules.TextThat(speed => SpeedReason(world, slotId, speed))) { IsRequired = false },
    ];

    private static string? SlotReason(AccountWorld world, string text)
    {
        if (!Guid.TryParseExact(text, "D", out _))
        {
            return "must be a UUID";
        }

        if (!FindSlot(world, text, out int slot))
        {
            return "no such slot";
        }

        return world.IsOccupied(slot) ? "the slot is occupied" : null;
    }

    private static string? SpeedReason(AccountWorld world, string? slotId, string speed) =>
        FindSlot(world, slotId, out int slot) && world.Slots.Speed(slot) is { Length: > 0 } own && speed != own ? $"the slot supports {own} only" : null;

    private static bool FindSlot(AccountWorld world, string? slotId, out int slot)
    {
        slot = -1;
        return Guid.TryParseExact(slotId, "D", out Guid id) && world.TryFindSlot(id, out slot);
    }

    private static string? RegionOf(string pairingKey)
    {
        string[] parts = pairingKey.Split('/');
        bool isKey = parts.Length == 3
            && Guid.TryParseExact(parts[0], "D", out _)
            && parts[1].Length > 0
            && parts[1].All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            && (parts[2] == "any" || (parts[2].Length is > 0 and <= 2 && parts[2].All(digit => digit is >= '0' and <= '9')));
        return isKey ? parts[1] : null;
    }
}
