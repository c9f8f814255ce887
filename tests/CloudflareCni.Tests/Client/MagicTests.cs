using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>Tests how the Magic side is read. An invalid field doesn't affect the other fields.</summary>
public sealed class MagicTests : ClientTest
{
    [Fact]
    public async Task A_Magic_side_is_read_with_all_its_fields()
    {
        (IReadOnlyList<CniMagicInterconnect> found, ScriptedRequest request) = await ListAsync(SampleAnswers.Magic);

        CniMagicInterconnect magic = Assert.Single(found);
        Assert.Equal($"GET /client/v4/accounts/{AccountId}/magic/cf_interconnects", $"{request.Method} {request.Target}");
        Assert.Equal(("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "conduit", "fra01", "1", 1476), (magic.Id, magic.Name, magic.ColoName, magic.Version, magic.Mtu));
        Assert.Equal(("192.168.3.5/31", "fd00::1/127", true), (magic.InterfaceAddress, magic.InterfaceAddress6, magic.AutomaticReturnRouting));
        Assert.Equal("172.64.240.1", magic.Gre?.ToString());
        Assert.Equal("on (mid, reply, unidirectional, to 192.168.3.4)", magic.HealthCheck?.ToString());
        Assert.Equal(("192.168.3.4", ""), (magic.HealthCheck!.Target!.Effective, magic.HealthCheck.Target.Saved));
        Assert.Equal("AS64512 (10.0.0.0/8)", magic.Bgp?.ToString());
        Assert.Equal(("in-1", "out-1"), (magic.Bgp!.ImportFilterId, magic.Bgp.ExportFilterId));
        Assert.Equal(AccountId, magic.AccountId);
        Assert.Empty(magic.AdditionalProperties);
    }

    [Fact]
    public async Task Times_are_local()
    {
        (IReadOnlyList<CniMagicInterconnect> found, _) = await ListAsync(SampleAnswers.Magic);

        DateTime created = found[0].CreatedOn!.Value;
        Assert.Equal(DateTimeKind.Local, created.Kind);
        Assert.Equal(new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc), created.ToUniversalTime());
        Assert.Equal(new DateTime(2026, 3, 2, 8, 30, 0, 500, DateTimeKind.Utc), found[0].ModifiedOn!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task The_target_of_health_checks_can_be_one_address()
    {
        (IReadOnlyList<CniMagicInterconnect> found, _) = await ListAsync("""{"health_check":{"target":"192.0.2.1"}}""");

        Assert.Equal(("192.0.2.1", null), (found[0].HealthCheck!.Target!.Effective, found[0].HealthCheck!.Target!.Saved));
        Assert.Equal("192.0.2.1", found[0].HealthCheck!.Target!.ToString());
    }

    [Theory]
    [InlineData("mtu", "\"big\"")]
    [InlineData("name", "7")]
    [InlineData("gre", "\"172.64.240.1\"")]
    [InlineData("health_check", "[]")]
    [InlineData("bgp", "true")]
    [InlineData("created_on", "\"yesterday\"")]
    [InlineData("automatic_return_routing", "{}")]
    public async Task A_field_of_another_type_is_kept_as_an_additional_property(string field, string value)
    {
        (IReadOnlyList<CniMagicInterconnect> found, _) = await ListAsync($$"""{"id":"one","{{field}}":{{value}},"version":"2"}""");

        Assert.Equal(("one", "2"), (found[0].Id, found[0].Version));
        Assert.Equal([field], found[0].AdditionalProperties.Keys);
    }

    [Fact]
    public async Task A_nested_field_of_another_type_does_not_affect_other_fields()
    {
        (IReadOnlyList<CniMagicInterconnect> found, _) = await ListAsync(
            """{"health_check":{"enabled":"yes","rate":"low","target":7},"bgp":{"customer_asn":"x","extra_prefixes":[1],"md5_key":null,"later":1}}""");

        CniMagicInterconnect magic = found[0];
        Assert.Equal((null, "low"), (magic.HealthCheck!.Enabled, magic.HealthCheck.Rate));
        Assert.Equal(["enabled", "target"], magic.HealthCheck.AdditionalProperties.Keys.Order());
        Assert.Equal(["customer_asn", "extra_prefixes", "later"], magic.Bgp!.AdditionalProperties.Keys.Order());
    }

    [Fact]
    public async Task A_route_is_read_with_all_its_fields()
    {
        (IReadOnlyList<CniMagicRoute> found, ScriptedRequest request) = await AskAsync(
            $$$"""{"success":true,"errors":[],"messages":[],"result":{"routes":[{{{SampleAnswers.Route}}},{"priority":"high","prefix":null}]}}""",
            client => client.For(Call).ListMagicRoutesAsync(Cancellation));

        Assert.EndsWith($"/accounts/{AccountId}/magic/routes", request.Target, StringComparison.Ordinal);
        Assert.Equal(("10.10.0.0/16", "192.168.3.4", 100, 64), (found[0].Prefix, found[0].NextHop, found[0].Priority, found[0].Weight));
        Assert.Equal("fra01, WEUR", found[0].Scope?.ToString());
        Assert.Equal("10.10.0.0/16 via 192.168.3.4 (priority 100)", found[0].ToString());
        Assert.Equal(("", null), (found[1].Prefix, found[1].Priority));
    }

    [Theory]
    [InlineData("""{"interconnects":[{0}]}""")]
    [InlineData("""{"success":true,"errors":[],"messages":[],"result":{"modified":false,"interconnects":[{0}]}}""")]
    [InlineData("""{"success":true,"result":[{0}]}""")]
    public async Task The_list_is_found_in_any_shape(string shape)
    {
        (IReadOnlyList<CniMagicInterconnect> found, _) = await AskAsync(
            shape.Replace("{0}", SampleAnswers.Magic, StringComparison.Ordinal), client => client.For(Call).ListMagicInterconnectsAsync(Cancellation));

        Assert.Single(found);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"items":[]}}""", "no list of interconnects")]
    [InlineData("""{"success":true,"result":{"interconnects":{}}}""", "result.interconnects isn't a list")]
    public async Task A_value_that_is_not_a_list_is_named(string answer, string problem)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListMagicInterconnectsAsync(Cancellation));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, CniErrorKind.AccessDenied)]
    [InlineData(404, CniErrorKind.NotFound)]
    public async Task An_account_without_Magic_is_recognized_by_the_kind_of_error(int status, CniErrorKind kind)
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Failure(status, "no"));
        using CniHttpClient client = Connect(server);

        Assert.Equal(kind, (await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListMagicRoutesAsync(Cancellation))).Kind);
    }

    [Fact]
    public async Task An_account_contains_its_ID_and_its_connection()
    {
        (IReadOnlyList<CniAccount> found, _) = await AskAsync(
            """{"success":true,"result":[{"id":"a1","name":"One"},{"id":"a2","name":"Two"}]}""", client => client.For(Call).ListAccountsAsync(Cancellation));

        Assert.Equal(["a1", "a2"], found.Select(account => account.AccountId));
        Assert.All(found, account => Assert.NotNull(account.BaseUri));
    }

    private static Task<(IReadOnlyList<CniMagicInterconnect> Result, ScriptedRequest Request)> ListAsync(string magic) => AskAsync(
        $$$"""{"success":true,"errors":[],"messages":[],"result":{"interconnects":[{{{magic}}}]}}""", client => client.For(Call).ListMagicInterconnectsAsync(Cancellation));
}
