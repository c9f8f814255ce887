using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class FieldTests : ClientTest
{
    private const string Unknown = """
        {"text":"é\n\u0001\"","yes":true,"no":false,"nothing":null,"small":-5,"long":9223372036854775807,"big":123456789012345678901234567890,
         "money":0.10,"exact":79228162514264337593543950335e-5,"near":1.5e-300,"list":[1,[],{},null,"x",{"deep":[0.5]}],"object":{"a":{"b":"c"}},
         "Id":"not id","":"empty name"}
        """;

    [Fact]
    public async Task Unknown_fields_are_plain_values()
    {
        (CniSettings settings, _) = await AskAsync(Unknown, client => client.For(Call).GetSettingsAsync(Cancellation));
        IReadOnlyDictionary<string, object?> fields = settings.AdditionalProperties;

        Assert.Equal("é\n\u0001\"", fields["text"]);
        Assert.Equal(true, fields["yes"]);
        Assert.Null(fields["nothing"]);
        Assert.True(fields.ContainsKey("nothing"));
        Assert.Equal(-5L, fields["small"]);
        Assert.Equal(long.MaxValue, fields["long"]);
        Assert.Equal(BigInteger.Parse("123456789012345678901234567890", CultureInfo.InvariantCulture), fields["big"]);
        Assert.Equal(0.10m, fields["money"]);
        Assert.Equal(792281625142643375935439.50335m, fields["exact"]);
        Assert.Equal(1.5e-300, fields["near"]);
        var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(fields["list"]);
        Assert.Equal(6, list.Count);
        Assert.Equal(0.5m, ((IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)list[5]!)["deep"]!)[0]);
    }

    [Fact]
    public async Task Unknown_settings_are_sent_back()
    {
        string answer = WithFields("""{"default_asn":5}""", Unknown);
        (CniSettings settings, _) = await AskAsync(answer, client => client.For(Call).GetSettingsAsync(Cancellation));
        (_, ScriptedRequest request) = await AskAsync("{}", client => client.For(Call).UpdateSettingsAsync(settings, Cancellation));

        AssertSame(answer, request.Body);
    }

    [Fact]
    public async Task Unknown_fields_of_a_CNI_and_its_nested_objects_are_sent_back()
    {
        var node = JsonNode.Parse(WithFields(SampleAnswers.Cni, Unknown))!;
        node["magic"] = JsonNode.Parse(WithFields(node["magic"]!.ToJsonString(), Unknown));
        node["bgp"] = JsonNode.Parse(WithFields(node["bgp"]!.ToJsonString(), Unknown));
        string answer = node.ToJsonString();
        (Cni cni, _) = await AskAsync(answer, client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        (_, ScriptedRequest request) = await AskAsync(answer, client => client.For(Call).UpdateCniAsync(cni, Cancellation));

        AssertSame(answer, request.Body);
    }

    [Fact]
    public async Task Unknown_fields_of_slots_and_facilities_are_kept()
    {
        (CniPage<CniSlot> page, _) = await AskAsync(
            $$$"""
            {"items":[{{{SampleAnswers.Slot}}},{"rack":"R1","id":"{{{SampleAnswers.SlotId}}}","facility":{"name":"Equinix FR5","address":[],"floor":2},"occupied":false,"site":"s","speed":"x"},
            {{{SampleAnswers.Slot}}}]}
            """,
            client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal("R1", page.Items[1].AdditionalProperties["rack"]);
        Assert.Equal(2L, page.Items[1].Facility.AdditionalProperties["floor"]);
        Assert.Empty(page.Items[1].Facility.Address);
        Assert.Empty(page.Items[2].Facility.AdditionalProperties);
        Assert.Equal(3, page.Items[2].Facility.Address.Count);
        Assert.Same(CniFields.None, page.Items[0].AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"customer_asn":1,"extra_prefixes":[]}""")]
    [InlineData("""{"customer_asn":1,"extra_prefixes":[],"md5_key":null}""")]
    public async Task An_update_without_an_MD5_key_removes_the_key(string bgp)
    {
        var node = JsonNode.Parse(SampleAnswers.Cni)!;
        node["bgp"] = JsonNode.Parse(bgp);
        (Cni cni, _) = await AskAsync(node.ToJsonString(), client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        (_, ScriptedRequest request) = await AskAsync(SampleAnswers.Cni, client => client.For(Call).UpdateCniAsync(cni, Cancellation));

        Assert.Null(cni.Bgp!.Md5Key);
        AssertSame("""{"customer_asn":1,"extra_prefixes":[],"md5_key":null}""", JsonNode.Parse(request.Body)!["bgp"]!.ToJsonString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_CNI_without_BGP_is_sent_without_BGP(bool isNull)
    {
        JsonObject node = JsonNode.Parse(SampleAnswers.Cni)!.AsObject();
        node.Remove("bgp");
        node.Remove("bgp_mode");
        string expected = node.ToJsonString();
        if (isNull)
        {
            node["bgp"] = null;
            node["bgp_mode"] = null;
        }

        (Cni cni, _) = await AskAsync(node.ToJsonString(), client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        (_, ScriptedRequest request) = await AskAsync(SampleAnswers.Cni, client => client.For(Call).UpdateCniAsync(cni, Cancellation));

        Assert.Null(cni.Bgp);
        AssertSame(expected, request.Body);
    }

    [Fact]
    public async Task A_known_field_is_not_sent_twice()
    {
        var settings = new CniSettings(5, null, new Dictionary<string, object?> { ["default_asn"] = 6L, ["other"] = new object?[] { 1, "x", null, 2.5f, ulong.MaxValue } });
        (_, ScriptedRequest request) = await AskAsync("{}", client => client.For(Call).UpdateSettingsAsync(settings, Cancellation));

        Assert.Equal("""{"default_asn":5,"other":[1,"x",null,2.5,18446744073709551615]}""", request.Body);
    }

    [Fact]
    public async Task A_value_that_JSON_cannot_represent_is_rejected_before_any_request()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);

        foreach (object value in new object[] { double.NaN, new Uri("https://x.invalid/") })
        {
            var settings = new CniSettings(5, null, new Dictionary<string, object?> { ["x"] = value });
            CniArgumentException refusal = await Assert.ThrowsAsync<CniArgumentException>(() => client.For(Call).UpdateSettingsAsync(settings, Cancellation));
            Assert.Equal("AdditionalProperties", refusal.ParameterName);
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_interconnect_keeps_known_fields_with_another_type()
    {
        (CniInterconnect read, _) = await AskAsync(
            """
            {"name":"n","account":null,"type":5,"site":{"id":"fra"},"facility":{"name":"only","address":7},"slot_id":"7","region":false,"speed":["1G"],"owner":{},
             "virtual_port_reservation_id":1.5,"ccr_device_name":[]}
            """,
            client => client.For(Call).GetInterconnectAsync("n", Cancellation));

        Assert.Equal(CniInterconnectKind.Other, read.Kind);
        Assert.Equal(
            ["ccr_device_name", "facility", "owner", "region", "site", "slot_id", "speed", "type", "virtual_port_reservation_id"],
            new SortedSet<string>(read.AdditionalProperties.Keys, StringComparer.Ordinal));
        Assert.Equal("only", ((IReadOnlyDictionary<string, object?>)read.AdditionalProperties["facility"]!)["name"]);
        Assert.Equal("7", read.AdditionalProperties["slot_id"]);
        Assert.Null(read.Type);
    }

    [Theory]
    [InlineData("id", "5", "items[1].id isn't a UUID")]
    [InlineData("id", "\"5\"", "items[1].id isn't a UUID")]
    [InlineData("id", "null", "items[1].id is null")]
    [InlineData("id", "", "items[1].id is missing")]
    [InlineData("facility", "null", "items[1].facility is null")]
    [InlineData("facility", "\"x\"", "items[1].facility isn't an object")]
    [InlineData("facility", """{"name":"x"}""", "items[1].facility.address is missing")]
    [InlineData("facility", """{"address":[]}""", "items[1].facility.name is missing")]
    [InlineData("facility", """{"name":1,"address":[]}""", "items[1].facility.name isn't a string")]
    [InlineData("facility", """{"name":"x","address":"y"}""", "items[1].facility.address isn't a list")]
    [InlineData("facility", """{"name":"x","address":["y",1]}""", "items[1].facility.address[1] isn't a string")]
    [InlineData("occupied", "\"true\"", "items[1].occupied isn't true or false")]
    [InlineData("occupied", "null", "items[1].occupied is null")]
    [InlineData("site", "1", "items[1].site isn't a string")]
    [InlineData("site", "", "items[1].site is missing")]
    [InlineData("account", "{}", "items[1].account isn't a string")]
    [InlineData("ccr_device_name", "1", "items[1].ccr_device_name isn't a string")]
    public async Task The_error_for_an_invalid_slot_names_the_field(string field, string value, string problem)
    {
        string list = $$"""{"items":[{{SampleAnswers.Slot}},{{With(SampleAnswers.Slot, field, value)}}]}""";
        await using var server = ScriptedServer.Answering(list);
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(
            () => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal((CniErrorKind.InvalidResponse, 200), (failure.Kind, failure.StatusCode));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("magic", "null", "magic is null")]
    [InlineData("magic", "", "magic is missing")]
    [InlineData("magic", """{"conduit_name":"c","description":"","mtu":2147483648}""", "magic.mtu isn't a 32-bit whole number")]
    [InlineData("magic", """{"conduit_name":"c","description":"","mtu":1500.5}""", "magic.mtu isn't a 32-bit whole number")]
    [InlineData("magic", """{"conduit_name":"c","description":"","mtu":"1500"}""", "magic.mtu isn't a 32-bit whole number")]
    [InlineData("magic", """{"conduit_name":"c","description":5,"mtu":1500}""", "magic.description isn't a string")]
    [InlineData("magic", """{"conduit_name":"c","mtu":null}""", "magic.mtu is null")]
    [InlineData("magic", """{"mtu":1500}""", "magic.conduit_name is missing")]
    [InlineData("bgp", "[]", "bgp isn't an object")]
    [InlineData("bgp", """{"extra_prefixes":[]}""", "bgp.customer_asn is missing")]
    [InlineData("bgp", """{"customer_asn":null,"extra_prefixes":[]}""", "bgp.customer_asn is null")]
    [InlineData("bgp", """{"customer_asn":1e30,"extra_prefixes":[]}""", "bgp.customer_asn isn't a whole number")]
    [InlineData("bgp", """{"customer_asn":1,"extra_prefixes":[],"md5_key":5}""", "bgp.md5_key isn't a string")]
    [InlineData("cust_ip", "", "cust_ip is missing")]
    [InlineData("p2p_ip", "7", "p2p_ip isn't a string")]
    [InlineData("account", "", "account is missing")]
    [InlineData("interconnect", "", "interconnect is missing")]
    [InlineData("other", "1e9999", "other is a number that is out of range")]
    public async Task The_error_for_an_invalid_CNI_names_the_field(string field, string value, string problem)
    {
        foreach ((string envelope, string where) in new[] { ("{0}", ""), ("""{{"success":true,"result":{0}}}""", "result.") })
        {
            await using var server = ScriptedServer.Answering(Wrap(envelope, With(SampleAnswers.Cni, field, value)));
            using CniHttpClient client = Connect(server);

            CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));

            Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
            Assert.Contains($" {where}{problem}", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Equal_values_are_shared()
    {
        (CniPage<CniSlot> page, _) = await AskAsync(
            $$"""{"items":[{{SampleAnswers.Slot}},{{SampleAnswers.Slot}}]}""", client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Same(page.Items[0].Site, page.Items[1].Site);
        Assert.Same(page.Items[0].Facility, page.Items[1].Facility);
        Assert.Throws<NotSupportedException>(() => ((IList<string>)page.Items[0].Facility.Address)[0] = "changed");
    }

    private static string WithFields(string json, string fields)
    {
        JsonObject node = JsonNode.Parse(json)!.AsObject();
        foreach (KeyValuePair<string, JsonNode?> field in JsonNode.Parse(fields)!.AsObject())
        {
            node[field.Key] = field.Value?.DeepClone();
        }

        return node.ToJsonString();
    }

    // Changes a field, or removes it if the value is empty. Edits the text, because JsonNode refuses numbers that are out of range.
    private static string With(string json, string field, string value)
    {
        JsonObject node = JsonNode.Parse(json)!.AsObject();
        node.Remove(field);
        string rest = node.ToJsonString();
        return value.Length == 0 ? rest : $$"""{"{{field}}":{{value}},{{rest[1..]}}""";
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected: {expected}\nActual: {actual}");
}
