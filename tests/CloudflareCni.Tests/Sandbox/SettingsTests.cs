using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Sandbox;

public sealed class SettingsTests
{
    [Fact]
    public async Task An_account_starts_with_the_ASN_of_Cloudflare()
    {
        using var client = new SandboxClient();
        Assert.Equal("""{"default_asn":13335}""", (await client.GetAsync("settings")).Text);
    }

    [Fact]
    public async Task An_ASN_stays_until_null_restores_the_ASN_of_Cloudflare()
    {
        using var client = new SandboxClient();
        Assert.Equal("""{"default_asn":4294967295}""", (await client.PutAsync("settings", new JsonObject { ["default_asn"] = 4294967295 })).Text);
        Assert.Equal("""{"default_asn":4294967295}""", (await client.PutAsync("settings", new JsonObject())).Text);
        Assert.Equal("""{"default_asn":4294967295}""", (await client.GetAsync("settings")).Text);
        Assert.Equal("""{"default_asn":13335}""", (await client.PutAsync("settings", new JsonObject { ["default_asn"] = null })).Text);
        Assert.Equal("""{"default_asn":13335}""", (await client.GetAsync("settings")).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("\"13335\"")]
    [InlineData("1.5")]
    public async Task An_ASN_out_of_range_is_rejected_and_nothing_changes(string asn)
    {
        using var client = new SandboxClient();
        SandboxReply reply = await client.SendAsync("PUT", "settings", $$"""{"default_asn": {{asn}}}""");
        Assert.Equal((400, "default_asn: must be an integer from 1 to 4294967295"), (reply.Status, Assert.Single(reply.Errors)));
        Assert.Equal("""{"default_asn":13335}""", (await client.GetAsync("settings")).Text);
    }
}
