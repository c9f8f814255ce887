using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class SettingsTests
{
    [Fact]
    public async Task An_account_starts_with_Cloudflares_ASN()
    {
        using var bench = new Bench();
        Assert.Equal("""{"default_asn":13335}""", (await bench.GetAsync("settings")).Text);
    }

    [Fact]
    public async Task An_ASN_is_set_stays_without_one_and_null_gives_back_Cloudflares()
    {
        using var bench = new Bench();
        Assert.Equal("""{"default_asn":4294967295}""", (await bench.PutAsync("settings", new JsonObject { ["default_asn"] = 4294967295 })).Text);
        Assert.Equal("""{"default_asn":4294967295}""", (await bench.PutAsync("settings", new JsonObject())).Text);
        Assert.Equal("""{"default_asn":4294967295}""", (await bench.GetAsync("settings")).Text);
        Assert.Equal("""{"default_asn":13335}""", (await bench.PutAsync("settings", new JsonObject { ["default_asn"] = null })).Text);
        Assert.Equal("""{"default_asn":13335}""", (await bench.GetAsync("settings")).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("\"13335\"")]
    [InlineData("1.5")]
    public async Task An_ASN_outside_the_range_is_refused_and_nothing_changes(string asn)
    {
        using var bench = new Bench();
        Reply reply = await bench.SendAsync("PUT", "settings", $$"""{"default_asn": {{asn}}}""");
        Assert.Equal((400, "default_asn: must be an integer from 1 to 4294967295"), (reply.Status, Assert.Single(reply.Errors)));
        Assert.Equal("""{"default_asn":13335}""", (await bench.GetAsync("settings")).Text);
    }
}
