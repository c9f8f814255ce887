using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Client;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Properties;

/// <summary>Fields that the API adds later are never lost, neither on reading nor on sending them back.</summary>
[Trait("Tier", "Slow")]
public sealed class RoundTripTests : ClientTest, IDisposable
{
    private const int Few = 1000;
    private const int Many = 20_000;

    private readonly CniHttpClient _client = Connect(new Uri("https://api.invalid"), handler: InMemoryResponse.Handler);

    [Fact]
    public async Task A_CNI_that_is_read_alone_is_sent_back_complete() => await Singles(ModelGen.Cni).SampleAsync(
        async one =>
        {
            Cni cni = await one.Response.ToAsync(() => _client.For(Call).GetCniAsync(SampleAnswers.CniId, default));
            await CheckCniAsync(one.Json, cni);
        },
        iter: Cases.Count(Few, Many),
        print: Print);

    [Fact]
    public async Task CNIs_that_are_read_from_a_list_are_sent_back_complete() => await Lists(ModelGen.Cni).SampleAsync(
        async list =>
        {
            CniPage<Cni> page = await list.Response.ToAsync(() => _client.For(Call).ListCnisAsync(new CniFilter(), FirstPage, default));
            Assert.Equal(list.Json.Length, page.Items.Count);
            foreach ((string json, Cni cni) in list.Json.Zip(page.Items))
            {
                await CheckCniAsync(json, cni);
            }
        },
        iter: Cases.Count(Few, Many),
        print: Print);

    [Fact]
    public async Task Settings_are_sent_back_complete() => await Singles(ModelGen.Settings).SampleAsync(
        async one =>
        {
            CniSettings settings = await one.Response.ToAsync(() => _client.For(Call).GetSettingsAsync(default));
            var update = new InMemoryResponse("{}"u8.ToArray());
            await update.ToAsync(() => _client.For(Call).UpdateSettingsAsync(settings, default));

            JsonObject expected = JsonNode.Parse(one.Json)!.AsObject();
            expected.TryAdd("default_asn", null);
            PlainFields.AssertSame(expected, update.Sent!);
        },
        iter: Cases.Count(Few, Many),
        print: Print);

    [Fact]
    public async Task An_interconnect_of_any_kind_keeps_unknown_fields() => await Singles(ModelGen.Interconnect).SampleAsync(
        async one => CheckInterconnect(one.Json, await one.Response.ToAsync(() => _client.For(Call).GetInterconnectAsync("x", default))),
        iter: Cases.Count(Few, Many),
        print: Print);

    [Fact]
    public async Task Interconnects_from_a_list_keep_unknown_fields() => await CheckListAsync(
        ModelGen.Interconnect, () => _client.For(Call).ListInterconnectsAsync(new CniInterconnectFilter(), FirstPage, default), CheckInterconnect);

    [Fact]
    public async Task A_slot_keeps_unknown_fields() => await Singles(ModelGen.Slot).SampleAsync(
        async one => CheckSlot(one.Json, await one.Response.ToAsync(() => _client.For(Call).GetSlotAsync(SampleAnswers.SlotId, default))),
        iter: Cases.Count(Few, Many),
        print: Print);

    [Fact]
    public async Task Slots_from_a_list_keep_unknown_fields() => await CheckListAsync(
        ModelGen.Slot, () => _client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, default), CheckSlot);

    [Fact]
    public async Task A_status_keeps_unknown_fields() => await Singles(ModelGen.Status).SampleAsync(
        async one =>
        {
            CniInterconnectStatus status = await one.Response.ToAsync(() => _client.For(Call).GetInterconnectStatusAsync("x", default));
            using var document = JsonDocument.Parse(one.Json);
            Assert.Equal(document.RootElement.GetProperty("state").GetString(), status.State);
            Assert.Equal(Text(document.RootElement, "reason"), status.Reason);
            PlainFields.AssertKept(document.RootElement, ModelGen.StatusFields, status.AdditionalProperties);
        },
        iter: Cases.Count(Few, Many),
        print: Print);

    public void Dispose() => _client.Dispose();

    // An object, bare or in an envelope, that arrives in pieces.
    private static Gen<(string Json, InMemoryResponse Response)> Singles(Gen<string> model) =>
        Gen.Select(model, Cases.Any(Envelopes().Select(row => row.Data).ToArray()), Bodies.Piece).Select((json, envelope, piece) =>
            (json, new InMemoryResponse(JsonGen.Bytes(Wrap(envelope, json)), piece)));

    // Several objects, as a bare page, a page in an envelope, or a list in an envelope.
    private static Gen<(string[] Json, InMemoryResponse Response)> Lists(Gen<string> model) =>
        Gen.Select(model.Array[0, 4], Cases.Any(Envelopes().Select(row => row.Data).ToArray()), Gen.Int[0, 2], Bodies.Piece).Select((json, envelope, form, piece) =>
        {
            string items = JsonGen.List(json);
            string list = form switch { 0 => $$"""{"items":{{items}},"next":null}""", 1 => $$"""{"next":7,"new":{"a":[1]},"items":{{items}}}""", _ => items };
            return (json, new InMemoryResponse(JsonGen.Bytes(Wrap(envelope, list)), piece));
        });

    private static string Print<T>((T Json, InMemoryResponse Response) one) => $"{one.Response.Piece} bytes at a time of {System.Text.Encoding.UTF8.GetString(one.Response.Body)}";

    private static string? Text(JsonElement source, string field) =>
        source.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static async Task CheckListAsync<T>(Gen<string> model, Func<Task<CniPage<T>>> list, Action<string, T> check) => await Lists(model).SampleAsync(
        async one =>
        {
            CniPage<T> page = await one.Response.ToAsync(list);
            Assert.Equal(one.Json.Length, page.Items.Count);
            foreach ((string json, T item) in one.Json.Zip(page.Items))
            {
                check(json, item);
            }
        },
        iter: Cases.Count(Few, Many),
        print: Print);

    private static void CheckSlot(string json, CniSlot slot)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement source = document.RootElement;
        Assert.Equal(
            (source.GetProperty("id").GetGuid(), source.GetProperty("occupied").GetBoolean(), Text(source, "site"), Text(source, "speed"), Text(source, "account"), Text(source, "ccr_device_name")),
            (slot.Id, slot.Occupied, slot.Site, slot.Speed, slot.Account, slot.CcrDeviceName));
        PlainFields.AssertKept(source, ModelGen.SlotFields, slot.AdditionalProperties);
        CheckFacility(source.GetProperty("facility"), slot.Facility);
    }

    private static void CheckFacility(JsonElement source, CniFacility facility)
    {
        Assert.Equal(Text(source, "name"), facility.Name);
        Assert.Equal(source.GetProperty("address").EnumerateArray().Select(line => line.GetString()), facility.Address);
        PlainFields.AssertKept(source, ModelGen.FacilityFields, facility.AdditionalProperties);
    }

    private static void CheckInterconnect(string json, CniInterconnect interconnect)
    {
        using var document = JsonDocument.Parse(json);
        JsonElement source = document.RootElement;
        var values = new Dictionary<string, object?>
        {
            ["name"] = interconnect.Name,
            ["account"] = interconnect.Account,
            ["type"] = interconnect.Type,
            ["site"] = interconnect.Site,
            ["facility"] = interconnect.Facility,
            ["slot_id"] = interconnect.SlotId,
            ["region"] = interconnect.Region,
            ["speed"] = interconnect.Speed,
            ["owner"] = interconnect.Owner,
            ["virtual_port_reservation_id"] = interconnect.VirtualPortReservationId,
            ["ccr_device_name"] = interconnect.CcrDeviceName,
        };
        foreach ((string name, object? value) in values)
        {
            JsonElement? field = source.TryGetProperty(name, out JsonElement one) && one.ValueKind != JsonValueKind.Null ? one : null;
            switch (value)
            {
                case null when field is { } other:
                    // A known field that has another type isn't lost either.
                    Assert.True(PlainFields.IsSame(other, interconnect.AdditionalProperties[name]), name);
                    break;
                case null:
                    Assert.DoesNotContain(name, interconnect.AdditionalProperties.Keys);
                    break;
                case CniFacility facility:
                    CheckFacility(field!.Value, facility);
                    break;
                default:
                    Assert.Equal(field!.Value.GetString(), value.ToString());
                    break;
            }
        }

        string[] taken = [.. values.Where(field => field.Value is not null || !interconnect.AdditionalProperties.ContainsKey(field.Key)).Select(field => field.Key)];
        PlainFields.AssertKept(source, taken, interconnect.AdditionalProperties);
    }

    private async Task CheckCniAsync(string json, Cni cni)
    {
        var update = new InMemoryResponse(JsonGen.Bytes(json));
        await update.ToAsync(() => _client.For(Call).UpdateCniAsync(cni, default));

        // Null values aren't sent, except for the key, where null removes it.
        JsonObject expected = JsonNode.Parse(json)!.AsObject();
        foreach (string name in new[] { "bgp", "bgp_mode" })
        {
            if (expected[name] is null)
            {
                expected.Remove(name);
            }
        }

        expected["bgp"]?.AsObject().TryAdd("md5_key", null);
        PlainFields.AssertSame(expected, update.Sent!);
    }
}
