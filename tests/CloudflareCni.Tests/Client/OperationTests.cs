using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class OperationTests : ClientTest
{
    private const string Base = $"/client/v4/accounts/{AccountId}/cni";

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Slots_are_listed(string envelope)
    {
        (CniPage<CniSlot> page, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, $$"""{"items":[{{SampleAnswers.Slot}},{{SampleAnswers.Slot}}],"next":7}"""),
            client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal($"GET {Base}/slots HTTP/1.1", request.StartLine);
        Assert.Equal(7, page.Next);
        Assert.Equal(2, page.Items.Count);
        AssertSlot(page.Items[1]);
    }

    [Fact]
    public async Task A_slot_list_sends_its_filter_and_page()
    {
        (_, ScriptedRequest request) = await AskAsync(
            """{"items":[]}""",
            client => client.For(Call).ListSlotsAsync(new CniSlotFilter("fra 01", "10G", "Straße & Söhne+", false), new CniPageRequest(12, 500), Cancellation));

        Assert.Equal(
            $"{Base}/slots?address_contains=Stra%C3%9Fe%20%26%20S%C3%B6hne%2B&site=fra%2001&speed=10G&occupied=false&cursor=12&limit=500", request.Target);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_slot_is_read(string envelope)
    {
        (CniSlot slot, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, SampleAnswers.Slot), client => client.For(Call).GetSlotAsync(SampleAnswers.SlotId, Cancellation));

        Assert.Equal($"GET {Base}/slots/5f2c7f0e-8a1d-4c37-9d55-0d7f4a3b2c11 HTTP/1.1", request.StartLine);
        AssertSlot(slot);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Interconnects_of_every_shape_are_listed(string envelope)
    {
        (CniPage<CniInterconnect> page, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, $$"""{"next":null,"items":[{{SampleAnswers.Physical}},{{SampleAnswers.GcpPartner}},{"name":"other"}]}"""),
            client => client.For(Call).ListInterconnectsAsync(new CniInterconnectFilter("fra01", "direct"), new CniPageRequest(Limit: 3), Cancellation));

        Assert.Equal($"GET {Base}/interconnects?site=fra01&type=direct&limit=3 HTTP/1.1", request.StartLine);
        Assert.Null(page.Next);
        Assert.Equal([CniInterconnectKind.Physical, CniInterconnectKind.GcpPartner, CniInterconnectKind.Other], page.Items.Select(one => one.Kind));
        Assert.All(page.Items, one => Assert.Equal(AccountId, one.AccountId));
        Assert.Null(page.Items[2].Type);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_physical_interconnect_is_read(string envelope)
    {
        (CniInterconnect read, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, SampleAnswers.Physical), client => client.For(Call).GetInterconnectAsync("CNI-0001", Cancellation));

        Assert.Equal($"GET {Base}/interconnects/CNI-0001 HTTP/1.1", request.StartLine);
        Assert.Equal(
            ("CNI-0001", "acc", "direct", "fra01", "10G", "me", "edge1", SampleAnswers.SlotId),
            (read.Name, read.Account, read.Type, read.Site, read.Speed, read.Owner, read.CcrDeviceName, read.SlotId));
        Assert.Equal("Equinix FR5", read.Facility!.Name);
        Assert.Empty(read.AdditionalProperties);
    }

    [Fact]
    public async Task A_GCP_partner_interconnect_is_read()
    {
        (CniInterconnect read, _) = await AskAsync(SampleAnswers.GcpPartner, client => client.For(Call).GetInterconnectAsync("GCP-0001", Cancellation));

        Assert.Equal(("us-east4", "1G", "gcp_partner", "vpr-1"), (read.Region, read.Speed, read.Type, read.VirtualPortReservationId));
        Assert.Null(read.Facility);
        Assert.Null(read.SlotId);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_physical_interconnect_is_created(string envelope)
    {
        (CniInterconnect created, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, SampleAnswers.Physical),
            client => client.For(Call).CreateInterconnectAsync(new CniPhysicalInterconnectCreation(SampleAnswers.SlotId, "10G"), Cancellation));

        Assert.Equal($"POST {Base}/interconnects HTTP/1.1", request.StartLine);
        AssertBody(request, $$"""{"account":"{{AccountId}}","type":"direct","slot_id":"{{SampleAnswers.SlotId}}","speed":"10G"}""");
        Assert.Equal("CNI-0001", created.Name);
    }

    [Fact]
    public async Task A_GCP_partner_interconnect_is_created()
    {
        (_, ScriptedRequest request) = await AskAsync(
            SampleAnswers.GcpPartner,
            client => client.For(Call).CreateInterconnectAsync(new CniGcpPartnerInterconnectCreation("7e51/us-east4/1", "1G"), Cancellation));

        AssertBody(request, $$"""{"account":"{{AccountId}}","type":"gcp_partner","bandwidth":"1G","pairing_key":"7e51/us-east4/1"}""");
    }

    [Fact]
    public async Task A_speed_that_is_not_specified_is_not_sent()
    {
        (_, ScriptedRequest request) = await AskAsync(
            SampleAnswers.Physical,
            client => client.For(Call).CreateInterconnectAsync(new CniPhysicalInterconnectCreation(SampleAnswers.SlotId, type: "new"), Cancellation));

        AssertBody(request, $$"""{"account":"{{AccountId}}","type":"new","slot_id":"{{SampleAnswers.SlotId}}"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("deleted")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":null}""")]
    public async Task The_response_to_a_deletion_can_be_empty(string answer)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);

        await client.For(Call).DeleteInterconnectAsync("CNI-0001", Cancellation);
        await client.For(Call).DeleteCniAsync(SampleAnswers.CniId, Cancellation);

        Assert.Equal(
            [$"DELETE {Base}/interconnects/CNI-0001 HTTP/1.1", $"DELETE {Base}/cnis/9b1de7a4-2f6c-4b6e-8b0a-6f1c2d3e4f50 HTTP/1.1"],
            server.Requests.Select(request => request.StartLine));
        Assert.All(server.Requests, request => Assert.Empty(request.Body));
    }

    [Fact]
    public async Task A_deletion_can_return_204()
    {
        await using var server = ScriptedServer.Start(exchange => exchange.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"));
        using CniHttpClient client = Connect(server);

        await client.For(Call).DeleteCniAsync(SampleAnswers.CniId, Cancellation);
    }

    [Theory]
    [InlineData("<html><title>Please log in</title></html>")]
    [InlineData("""{"success":false,"errors":[{"code":1,"message":"no"}],"result":null}""")]
    [InlineData("""{"success":tr""")]
    public async Task An_HTML_page_or_an_error_with_status_200_is_not_a_deletion(string answer)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).DeleteCniAsync(SampleAnswers.CniId, Cancellation));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_status_is_read_with_its_time(string envelope)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test"));
        await using var server = ScriptedServer.Answering(Wrap(envelope, """{"state":"Unhealthy","reason":"no light","rx":-21.5}"""));
        using CniHttpClient client = Connect(server, clock);

        CniInterconnectStatus status = await client.For(Call).GetInterconnectStatusAsync("CNI-0001", Cancellation);

        Assert.Equal($"GET {Base}/interconnects/CNI-0001/status HTTP/1.1", server.Request.StartLine);
        Assert.Equal(("CNI-0001", "Unhealthy", "no light", AccountId), (status.Interconnect, status.State, status.Reason, status.AccountId));
        Assert.Equal(-21.5m, status.AdditionalProperties["rx"]);
        Assert.Equal(clock.GetUtcNow().UtcDateTime, status.CheckedAt.ToUniversalTime());
        Assert.Equal(DateTimeKind.Local, status.CheckedAt.Kind);
    }

    [Theory]
    [InlineData("""{"state":"Pending"}""")]
    [InlineData("""{"state":"Down","reason":null}""")]
    [InlineData("""{"state":"Something new"}""")]
    public async Task A_status_without_a_reason_has_none(string answer)
    {
        (CniInterconnectStatus status, _) = await AskAsync(answer, client => client.For(Call).GetInterconnectStatusAsync("CNI-0001", Cancellation));

        Assert.Null(status.Reason);
        Assert.Contains($"\"{status.State}\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task CNIs_are_listed(string envelope)
    {
        (CniPage<Cni> page, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, $$"""{"items":[{{SampleAnswers.Cni}}],"next":null}"""),
            client => client.For(Call).ListCnisAsync(new CniFilter(SampleAnswers.SlotId, "tunnel/1"), new CniPageRequest(0, 1), Cancellation));

        Assert.Equal($"GET {Base}/cnis?slot={SampleAnswers.SlotId}&tunnel_id=tunnel%2F1&cursor=0&limit=1 HTTP/1.1", request.StartLine);
        AssertCni(Assert.Single(page.Items));
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_CNI_is_read(string envelope)
    {
        (Cni cni, ScriptedRequest request) = await AskAsync(Wrap(envelope, SampleAnswers.Cni), client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));

        Assert.Equal($"GET {Base}/cnis/{SampleAnswers.CniId} HTTP/1.1", request.StartLine);
        AssertCni(cni);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task A_CNI_is_created(string envelope)
    {
        var creation = new CniCreation("CNI-0001", new CniMagicSettings("conduit", "", 1476), new CniBgp(4294967295, ["10.0.0.0/8"], "key"));
        (Cni cni, ScriptedRequest request) = await AskAsync(Wrap(envelope, SampleAnswers.Cni), client => client.For(Call).CreateCniAsync(creation, Cancellation));

        Assert.Equal($"POST {Base}/cnis HTTP/1.1", request.StartLine);
        AssertBody(request, $$"""
            {"account":"{{AccountId}}","interconnect":"CNI-0001","magic":{"conduit_name":"conduit","description":"","mtu":1476},
             "bgp":{"customer_asn":4294967295,"extra_prefixes":["10.0.0.0/8"],"md5_key":"key"} }
            """);
        AssertCni(cni);
    }

    [Fact]
    public async Task A_CNI_is_created_without_fields_that_are_not_specified()
    {
        var magic = new CniMagicSettings("conduit", "d", 1500);
        (_, ScriptedRequest plain) = await AskAsync(
            SampleAnswers.Cni, client => client.For(Call).CreateCniAsync(new CniCreation("CNI-0001", magic), Cancellation));
        (_, ScriptedRequest keyless) = await AskAsync(
            SampleAnswers.Cni, client => client.For(Call).CreateCniAsync(new CniCreation("CNI-0001", magic, new CniBgp(65001, [])), Cancellation));

        AssertBody(plain, $$"""{"account":"{{AccountId}}","interconnect":"CNI-0001","magic":{"conduit_name":"conduit","description":"d","mtu":1500} }""");
        Assert.Equal("""{"customer_asn":65001,"extra_prefixes":[]}""", JsonNode.Parse(keyless.Body)!["bgp"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task An_update_sends_the_whole_CNI(string envelope)
    {
        (Cni before, _) = await AskAsync(SampleAnswers.Cni, client => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        (Cni after, ScriptedRequest request) = await AskAsync(Wrap(envelope, SampleAnswers.Cni), client => client.For(Call).UpdateCniAsync(before, Cancellation));

        Assert.Equal($"PUT {Base}/cnis/{SampleAnswers.CniId} HTTP/1.1", request.StartLine);
        AssertBody(request, SampleAnswers.Cni);
        AssertCni(after);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Settings_are_read(string envelope)
    {
        (CniSettings settings, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, """{"default_asn":4294967295}"""), client => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal($"GET {Base}/settings HTTP/1.1", request.StartLine);
        Assert.Equal((4294967295, AccountId), (settings.DefaultAsn, settings.AccountId));
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task Settings_are_updated(string envelope)
    {
        (CniSettings settings, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, """{"default_asn":64512}"""), client => client.For(Call).UpdateSettingsAsync(new CniSettings(64512, null), Cancellation));

        Assert.Equal($"PUT {Base}/settings HTTP/1.1", request.StartLine);
        AssertBody(request, """{"default_asn":64512}""");
        Assert.Equal(64512, settings.DefaultAsn);
    }

    [Fact]
    public async Task The_default_ASN_is_cleared_by_null()
    {
        (CniSettings settings, ScriptedRequest request) = await AskAsync(
            """{"default_asn":null}""", client => client.For(Call).UpdateSettingsAsync(new CniSettings(null, null), Cancellation));

        AssertBody(request, """{"default_asn":null}""");
        Assert.Null(settings.DefaultAsn);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task The_LOA_name_is_a_string(string envelope)
    {
        (string name, ScriptedRequest request) = await AskAsync(
            Wrap(envelope, "\"ACME \\u0026 Söhne\""), client => client.For(Call).GetLoaDefaultNameAsync("CNI-0001", Cancellation));

        Assert.Equal($"GET {Base}/interconnects/CNI-0001/loa/default HTTP/1.1", request.StartLine);
        Assert.Equal("ACME & Söhne", name);
    }

    [Theory]
    [MemberData(nameof(Envelopes))]
    public async Task The_LOA_name_is_the_only_string_of_an_object(string envelope)
    {
        (string name, _) = await AskAsync(
            Wrap(envelope, """{"id":1,"customer":"ACME","more":{"text":"no"},"list":["x"]}"""),
            client => client.For(Call).GetLoaDefaultNameAsync("CNI-0001", Cancellation));

        Assert.Equal("ACME", name);
    }

    [Theory]
    [InlineData("""{"name":"ACME"}""")]
    [InlineData("""{"customer":"Other","name":"ACME"}""")]
    [InlineData("""{"name":"ACME","locale":"en"}""")]
    [InlineData("""{"name":null,"customer":"ACME"}""")]
    public async Task The_LOA_name_is_the_field_name_if_there_is_one(string answer)
    {
        (string name, _) = await AskAsync(answer, client => client.For(Call).GetLoaDefaultNameAsync("CNI-0001", Cancellation));

        Assert.Equal("ACME", name);
    }

    [Theory]
    [InlineData("""{"a":"x","b":"y"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[\"x\"]")]
    [InlineData("ACME")]
    [InlineData("")]
    public async Task Anything_else_is_not_a_name(string answer)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetLoaDefaultNameAsync("CNI-0001", Cancellation));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tokens_are_verified(bool accountOwned)
    {
        (CniTokenState state, ScriptedRequest request) = await AskAsync(
            """{"success":true,"errors":[],"messages":[],"result":{"id":"tid","status":"something new","not_before":"2018-07-01T05:20:00Z","expires_on":"2020-01-01T00:00:00+01:00"}}""",
            client => accountOwned ? client.For(Call).VerifyAccountTokenAsync(Cancellation) : client.For(Call).VerifyUserTokenAsync(Cancellation));

        Assert.Equal($"GET /client/v4/{(accountOwned ? $"accounts/{AccountId}" : "user")}/tokens/verify HTTP/1.1", request.StartLine);
        Assert.Equal(("tid", "something new"), (state.Id, state.Status));
        Assert.Equal(new DateTime(2018, 7, 1, 5, 20, 0, DateTimeKind.Utc), state.NotBefore);
        Assert.Equal(new DateTime(2019, 12, 31, 23, 0, 0, DateTimeKind.Utc), state.ExpiresOn);
    }

    [Fact]
    public async Task A_token_without_limits_has_none()
    {
        (CniTokenState state, _) = await AskAsync(
            """{"result":{"id":"tid","status":"active","expires_on":null}}""", client => client.For(Call).VerifyUserTokenAsync(Cancellation));

        Assert.Null(state.NotBefore);
        Assert.Null(state.ExpiresOn);
    }

    [Fact]
    public async Task Every_request_has_the_credential_and_the_accepted_type()
    {
        (_, ScriptedRequest get) = await AskAsync("{}", client => client.For(Call).GetSettingsAsync(Cancellation));
        (_, ScriptedRequest put) = await AskAsync("{}", client => client.For(Call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation));

        Assert.All([get, put], request =>
        {
            Assert.Equal($"Bearer {Token}", request.Header("Authorization"));
            Assert.Equal("application/json", request.Header("Accept"));
            Assert.StartsWith("CloudflareCni.PowerShell/", request.Header("User-Agent"), StringComparison.Ordinal);
            Assert.Contains("gzip", request.Header("Accept-Encoding"), StringComparison.Ordinal);
            Assert.Null(request.Header("Expect"));
            Assert.Null(request.Header("Cookie"));
        });
        Assert.Null(get.Header("Content-Type"));
        Assert.Equal("application/json", put.Header("Content-Type"));
    }

    [Fact]
    public async Task A_key_is_sent_with_its_email_address_and_without_a_token()
    {
        await using var server = ScriptedServer.Answering("{}");
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseAddress,
            Credential = CniCredential.FromKey("me@example.com", "the-global-key"),
            UserAgent = "mine/1",
        });

        await client.For(Call).GetSettingsAsync(Cancellation);

        Assert.Equal(("me@example.com", "the-global-key"), (server.Request.Header("X-Auth-Email"), server.Request.Header("X-Auth-Key")));
        Assert.Equal("mine/1", server.Request.Header("User-Agent"));
        Assert.Null(server.Request.Header("Authorization"));
    }

    [Theory]
    [InlineData("", "/accounts")]
    [InlineData("/", "/accounts")]
    [InlineData("/a/b", "/a/b/accounts")]
    [InlineData("/a/b/", "/a/b/accounts")]
    public async Task The_base_address_is_used_unchanged(string path, string expected)
    {
        await using var server = ScriptedServer.Answering("""{"result":[]}""");
        using CniHttpClient client = Connect(new Uri(server.BaseAddress.GetLeftPart(UriPartial.Authority) + path));

        await client.For(Call).ListAccountsAsync(Cancellation);

        Assert.Equal($"{expected}?page=1&per_page=50", server.Request.Target);
    }

    [Fact]
    public async Task A_handler_can_replace_the_network()
    {
        using var handler = new AnsweringHandler("""{"default_asn":13335}""");
        using (CniHttpClient client = Connect(new Uri("https://sandbox.invalid/v4"), handler: handler))
        {
            Assert.Equal(13335, (await client.For(Call).GetSettingsAsync(Cancellation)).DefaultAsn);
        }

        Assert.Equal($"https://sandbox.invalid/v4/accounts/{AccountId}/cni/settings", handler.Asked);
        Assert.False(handler.Disposed);
    }

    private static void AssertSlot(CniSlot slot)
    {
        Assert.Equal(
            (SampleAnswers.SlotId, true, "fra01", "10G", "occupant", AccountId),
            (slot.Id, slot.Occupied, slot.Site, slot.Speed, slot.Account, slot.AccountId));
        Assert.Equal("Equinix FR5", slot.Facility.Name);
        Assert.Equal(["Kruppstraße 121-127", "60388 Frankfurt", "Germany"], slot.Facility.Address);
        Assert.Null(slot.CcrDeviceName);
        Assert.Empty(slot.AdditionalProperties);
    }

    private static void AssertCni(Cni cni)
    {
        Assert.Equal(
            (SampleAnswers.CniId, "acc", "CNI-0001", "192.168.3.4/31", "192.168.3.5/31", "advertise_only", AccountId),
            (cni.Id, cni.Account, cni.Interconnect, cni.CustIp, cni.P2pIp, cni.BgpMode, cni.AccountId));
        Assert.Equal(("conduit", "", 1476), (cni.Magic.ConduitName, cni.Magic.Description, cni.Magic.Mtu));
        Assert.Equal((4294967295, "a'b\\c`d"), (cni.Bgp!.CustomerAsn, cni.Bgp.Md5Key));
        Assert.Equal(["10.0.0.0/8", "fd00::/8"], cni.Bgp.ExtraPrefixes);
        Assert.Empty(cni.AdditionalProperties);
    }

    private static void AssertBody(ScriptedRequest request, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body)), $"Sent: {request.Body}");
}
