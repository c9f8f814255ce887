using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Properties;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>One null doesn't fail a list: tests how each field of each model is read if it's null or missing.</summary>
public sealed class NullTests : ClientTest
{
    private const string Refused = "refused";
    private const string Null = "null";
    private const string EmptyText = "\"\"";
    private const string EmptyList = "[]";

    private static readonly WireFormats Formats = new();

    private static readonly Dictionary<string, (string Json, Func<byte[], CniModel> Read)> Models = new()
    {
        ["slot"] = (SampleAnswers.Slot, body => JsonBody.Read(body, Formats.Slot, Formats.Texts, null)),
        ["interconnect"] = (SampleAnswers.Physical, body => JsonBody.Read(body, Formats.Interconnect, Formats.Texts, null)),
        ["status"] = ("""{"state":"Down","reason":"no light"}""", body => JsonBody.Read(body, Formats.Status, Formats.Texts, null)),
        ["cni"] = (SampleAnswers.Cni, body => JsonBody.Read(body, Formats.Cni, Formats.Texts, null)),
        ["settings"] = ("""{"default_asn":64512}""", body => JsonBody.Read(body, Formats.Settings, Formats.Texts, null)),
        ["magic"] = (SampleAnswers.Magic, body => JsonBody.Read(body, Formats.MagicInterconnect, Formats.Texts, null)),
        ["route"] = (SampleAnswers.Route, body => JsonBody.Read(body, Formats.MagicRoute, Formats.Texts, null)),
        ["account"] = ("""{"id":"a","name":"A"}""", body => JsonBody.Read(body, Formats.Account, Formats.Texts, null)),
        ["token"] = ("""{"id":"t","status":"active","not_before":"2018-07-01T05:20:00Z","expires_on":"2030-01-01T00:00:00Z"}""", body => JsonBody.Read(body, Formats.TokenState, Formats.Texts, null)),
    };

    /// <summary>The model, the field, the value for null, and the value for a missing field.</summary>
    public static TheoryData<string, string, string, string> Fields => new()
    {
        { "slot", "id", Refused, Refused },
        { "slot", "facility", Refused, Refused },
        { "slot", "facility.name", EmptyText, Refused },
        { "slot", "facility.address", EmptyList, Refused },
        { "slot", "occupied", Refused, Refused },
        { "slot", "site", EmptyText, Refused },
        { "slot", "speed", EmptyText, Refused },
        { "slot", "account", Null, Null },
        { "slot", "ccr_device_name", Null, Null },
        { "interconnect", "name", Refused, Refused },
        { "interconnect", "account", Null, Null },
        { "interconnect", "type", Null, Null },
        { "interconnect", "site", Null, Null },
        { "interconnect", "facility", Null, Null },
        { "interconnect", "facility.name", EmptyText, Null },
        { "interconnect", "facility.address", EmptyList, Null },
        { "interconnect", "slot_id", Null, Null },
        { "interconnect", "region", Null, Null },
        { "interconnect", "speed", Null, Null },
        { "interconnect", "owner", Null, Null },
        { "interconnect", "virtual_port_reservation_id", Null, Null },
        { "interconnect", "ccr_device_name", Null, Null },
        { "status", "state", Refused, Refused },
        { "status", "reason", Null, Null },
        { "cni", "id", Refused, Refused },
        { "cni", "account", EmptyText, Refused },
        { "cni", "interconnect", EmptyText, Refused },
        { "cni", "magic", Refused, Refused },
        { "cni", "magic.conduit_name", EmptyText, Refused },
        { "cni", "magic.mtu", Refused, Refused },
        { "cni", "magic.description", EmptyText, EmptyText },
        { "cni", "cust_ip", EmptyText, Refused },
        { "cni", "p2p_ip", EmptyText, Refused },
        { "cni", "bgp", Null, Null },
        { "cni", "bgp.customer_asn", Refused, Refused },
        { "cni", "bgp.extra_prefixes", EmptyList, Refused },
        { "cni", "bgp.md5_key", Null, Null },
        { "cni", "bgp_mode", Null, Null },
        { "settings", "default_asn", Null, Null },
        { "magic", "id", Null, Null },
        { "magic", "name", Null, Null },
        { "magic", "colo_name", Null, Null },
        { "magic", "description", Null, Null },
        { "magic", "version", Null, Null },
        { "magic", "mtu", Null, Null },
        { "magic", "interface_address", Null, Null },
        { "magic", "interface_address6", Null, Null },
        { "magic", "automatic_return_routing", Null, Null },
        { "magic", "gre", Null, Null },
        { "magic", "gre.cloudflare_endpoint", Null, Null },
        { "magic", "health_check", Null, Null },
        { "magic", "health_check.enabled", Null, Null },
        { "magic", "health_check.rate", Null, Null },
        { "magic", "health_check.type", Null, Null },
        { "magic", "health_check.direction", Null, Null },
        { "magic", "health_check.target", Null, Null },
        { "magic", "health_check.target.effective", Null, Null },
        { "magic", "health_check.target.saved", Null, Null },
        { "magic", "health_check.source", Null, Null },
        { "magic", "bgp", Null, Null },
        { "magic", "bgp.customer_asn", Null, Null },
        { "magic", "bgp.extra_prefixes", EmptyList, EmptyList },
        { "magic", "bgp.md5_key", Null, Null },
        { "magic", "bgp.import_filter_id", Null, Null },
        { "magic", "bgp.export_filter_id", Null, Null },
        { "magic", "virtual_port_reservation_id", Null, Null },
        { "magic", "created_on", Null, Null },
        { "magic", "modified_on", Null, Null },
        { "route", "id", EmptyText, EmptyText },
        { "route", "prefix", EmptyText, EmptyText },
        { "route", "nexthop", EmptyText, EmptyText },
        { "route", "priority", Null, Null },
        { "route", "weight", Null, Null },
        { "route", "scope", Null, Null },
        { "route", "scope.colo_names", EmptyList, EmptyList },
        { "route", "scope.colo_regions", EmptyList, EmptyList },
        { "route", "description", Null, Null },
        { "route", "created_on", Null, Null },
        { "route", "modified_on", Null, Null },
        { "account", "id", Refused, Refused },
        { "account", "name", EmptyText, Refused },
        { "token", "id", Null, Null },
        { "token", "status", Null, Null },
        { "token", "not_before", Null, Null },
        { "token", "expires_on", Null, Null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_is_null_or_missing_has_the_expected_value(string model, string field, string whenNull, string whenMissing)
    {
        Assert.Equal(whenNull, Outcome(model, field, isNull: true));
        Assert.Equal(whenMissing, Outcome(model, field, isNull: false));
    }

    [Fact]
    public void Every_field_of_every_model_is_tested()
    {
        foreach ((string model, (string json, Func<byte[], CniModel> read)) in Models)
        {
            IEnumerable<string> told = Fields.Select(row => row.Data).Where(row => row.Item1 == model).Select(row => row.Item2);

            Assert.Equal(Names(read(Encoding.UTF8.GetBytes(json))).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_null_is_sent_back_in_an_update()
    {
        JsonObject node = JsonNode.Parse(SampleAnswers.Cni)!.AsObject();
        node["account"] = null;
        node["cust_ip"] = null;
        node["magic"]!["description"] = null;
        node["bgp"]!["extra_prefixes"] = null;
        (Cni cni, _) = await AskAsync(node.ToJsonString(), client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        (_, ScriptedRequest same) = await AskAsync(SampleAnswers.Cni, client => client.For(Call).UpdateCniAsync(new CniEdit { ["Mtu"] = 1400 }.ApplyTo(cni).Cni, Cancellation));
        List<string> prefixes = ["10.0.0.0/8"];
        (_, ScriptedRequest told) = await AskAsync(
            SampleAnswers.Cni, client => client.For(Call).UpdateCniAsync(new CniEdit { ["Description"] = "x", ["ExtraPrefix"] = prefixes }.ApplyTo(cni).Cni, Cancellation));

        node["magic"]!["mtu"] = 1400;
        PlainFields.AssertSame(node, Encoding.UTF8.GetBytes(same.Body));
        Assert.Equal("x", (string?)JsonNode.Parse(told.Body)!["magic"]!["description"]);
        Assert.Equal("10.0.0.0/8", (string?)JsonNode.Parse(told.Body)!["bgp"]!["extra_prefixes"]![0]);
    }

    private static IEnumerable<string> Names(CniModel model) => model.Schema.All.SelectMany(field => field.GetValue(model) is CniModel nested
        ? Names(nested).Select(name => $"{field.Name}.{name}").Prepend(field.Name)
        : [field.Name]);

    private static string Outcome(string model, string field, bool isNull)
    {
        (string json, Func<byte[], CniModel> read) = Models[model];
        JsonNode node = JsonNode.Parse(json)!;
        string[] path = field.Split('.');
        JsonObject holder = path[..^1].Aggregate(node, (at, name) => at[name]!).AsObject();
        holder.Remove(path[^1]);
        if (isNull)
        {
            holder[path[^1]] = null;
        }

        try
        {
            object? value = read(Encoding.UTF8.GetBytes(node.ToJsonString()));
            foreach (string name in path)
            {
                value = value is CniModel owner ? owner.Schema.All.Single(one => one.Name == name).GetValue(owner) : null;
            }

            return JsonSerializer.Serialize(value);
        }
        catch (FieldException failure)
        {
            Assert.Equal($"{field} {(isNull ? "is null" : "is missing")}", failure.Describe());
            return Refused;
        }
    }
}
