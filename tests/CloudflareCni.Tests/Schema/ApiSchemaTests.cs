using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareCni.Tests.Schema;

public sealed class ApiSchemaTests
{
    private const string Slot =
        """{"id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "facility": {"address": ["1 Street"], "name": "FR5"}, "occupied": false, "site": "fra03", "speed": "10G"MORE}""";

    [Fact]
    public void The_schema_has_the_16_operations_of_CNI_and_those_for_connecting_and_the_Magic_side()
    {
        Assert.Equal(16, ApiSchema.Page.Operations.Count(operation => !operation.IsSupport));
        Assert.Equal(6, ApiSchema.Page.Operations.Count(operation => operation.IsSupport));
    }

    [Fact]
    public void A_path_finds_only_its_operation()
    {
        Assert.Equal("get_interconnect_loa", ApiSchema.Page.Find("GET", "accounts/a/cni/interconnects/ic-1/loa")?.Id);
        Assert.Equal("update_cni", ApiSchema.Page.Find("PUT", "accounts/a/cni/cnis/x")?.Id);
        Assert.Null(ApiSchema.Page.Find("POST", "accounts/a/cni/cnis/x"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "ccr_device_name": null""", true)]
    [InlineData(""", "account": null""", false)]
    [InlineData(""", "new_field": 1""", false)]
    public void Nullable_and_unknown_properties_are_distinguished(string more, bool good) =>
        Assert.Equal(good, FaultsOf("slots/x", Slot.Replace("MORE", more, System.StringComparison.Ordinal)).Length == 0);

    [Fact]
    public void An_unknown_property_passes_when_it_is_allowed() =>
        Assert.Empty(FaultsOf("slots/x", Slot.Replace("MORE", """, "new_field": 1""", System.StringComparison.Ordinal), strict: false));

    [Theory]
    [InlineData("""{"items": [], "next": null}""", true)]
    [InlineData("""{"items": [], "next": "1"}""", false)]
    [InlineData("""{"next": null}""", false)]
    [InlineData("""{"items": [{"id": 1}]}""", false)]
    [InlineData("no JSON", false)]
    public void A_list_is_checked_down_to_its_items(string body, bool good) => Assert.Equal(good, FaultsOf("slots", body).Length == 0);

    [Theory]
    [InlineData("""{"state": "Down", "reason": "no light"}""", true)]
    [InlineData("""{"state": "Healthy"}""", true)]
    [InlineData("""{"state": "Healthy", "reason": "why"}""", false)]
    [InlineData("""{"state": "Sleeping"}""", false)]
    public void A_body_of_several_shapes_must_fit_one(string body, bool good) => Assert.Equal(good, FaultsOf("interconnects/ic-1/status", body).Length == 0);

    [Fact]
    public void A_status_or_a_content_type_that_is_not_documented_is_an_error()
    {
        SchemaOperation operation = ApiSchema.Page.Find("GET", "accounts/a/cni/interconnects/ic-1/loa")!;
        Assert.NotEmpty(ApiSchema.Page.FaultsOfResponse(operation, 202, "application/pdf", "%PDF-1.4"u8.ToArray()));
        Assert.NotEmpty(ApiSchema.Page.FaultsOfResponse(operation, 200, "text/plain", "%PDF-1.4"u8.ToArray()));
        Assert.NotEmpty(ApiSchema.Page.FaultsOfResponse(operation, 200, "application/pdf", "text"u8.ToArray()));
        Assert.Empty(ApiSchema.Page.FaultsOfResponse(operation, 200, "application/pdf", "%PDF-1.4"u8.ToArray()));
    }

    [Theory]
    [InlineData("""{"account": "a", "slot_id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e", "type": "direct", "speed": null}""", true)]
    [InlineData("""{"account": "a", "bandwidth": "50M", "pairing_key": "k", "type": "gcp_partner"}""", true)]
    [InlineData("""{"account": "a", "bandwidth": "51M", "pairing_key": "k", "type": "gcp_partner"}""", false)]
    [InlineData("""{"account": "a", "slot_id": "no UUID", "type": "direct"}""", false)]
    public void A_request_is_checked_too(string body, bool good)
    {
        SchemaOperation operation = ApiSchema.Page.Find("POST", "accounts/a/cni/interconnects")!;
        Assert.Equal(good, ApiSchema.Page.FaultsOfRequest(operation, body).Count == 0);
    }

    private static string[] FaultsOf(string path, string body, bool strict = true)
    {
        SchemaOperation operation = ApiSchema.Page.Find("GET", "accounts/a/cni/" + path)!;
        return [.. ApiSchema.Page.FaultsOfResponse(operation, 200, "application/json", Encoding.UTF8.GetBytes(body), strict)];
    }
}
