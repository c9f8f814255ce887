using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class PathTests : ClientTest
{
    [Theory]
    [InlineData("a/b c%2f", "a%2Fb%20c%252f")]
    [InlineData("..%2f..", "..%252f..")]
    [InlineData("../..", "..%2F..")]
    [InlineData("/", "%2F")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("a\\..\\b", "a%5C..%5Cb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData("a.", "a.")]
    [InlineData(" ", "%20")]
    [InlineData("a?b#c&d=e;f+g", "a%3Fb%23c%26d%3De%3Bf%2Bg")]
    [InlineData("{0}:@!$'()*,[]|^`<>\"", "%7B0%7D%3A%40%21%24%27%28%29%2A%2C%5B%5D%7C%5E%60%3C%3E%22")]
    [InlineData("a\r\nX-Evil: 1\0", "a%0D%0AX-Evil%3A%201%00")]
    [InlineData("Zürich-東京-😀", "Z%C3%BCrich-%E6%9D%B1%E4%BA%AC-%F0%9F%98%80")]
    [InlineData("\u202Eabc\uFEFF", "%E2%80%AEabc%EF%BB%BF")]
    public async Task A_name_is_always_one_segment(string name, string segment)
    {
        (_, ScriptedRequest get) = await AskAsync(SampleAnswers.Physical, client => client.For(Call).GetInterconnectAsync(name, Cancellation));
        (_, ScriptedRequest status) = await AskAsync(
            """{"state":"Healthy"}""", client => client.For(new CniCall(name)).GetInterconnectStatusAsync(name, Cancellation));

        Assert.Equal($"GET /client/v4/accounts/{AccountId}/cni/interconnects/{segment} HTTP/1.1", get.StartLine);
        Assert.Equal($"GET /client/v4/accounts/{segment}/cni/interconnects/{segment}/status HTTP/1.1", status.StartLine);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_invalid_name_is_rejected_before_any_request(string? name)
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);
        var creation = new CniPhysicalInterconnectCreation(SampleAnswers.SlotId);
        Func<string, Task>[] byName =
        [
            one => client.For(Call).GetInterconnectAsync(one, Cancellation),
            one => client.For(Call).DeleteInterconnectAsync(one, Cancellation),
            one => client.For(Call).GetInterconnectStatusAsync(one, Cancellation),
            one => client.For(Call).DownloadLoaAsync(one, null, Stream.Null, Cancellation),
            one => client.For(Call).GetLoaDefaultNameAsync(one, Cancellation),
        ];
        Func<CniCall, Task>[] byAccount =
        [
            call => client.For(call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation),
            call => client.For(call).GetSlotAsync(SampleAnswers.SlotId, Cancellation),
            call => client.For(call).ListInterconnectsAsync(new CniInterconnectFilter(), FirstPage, Cancellation),
            call => client.For(call).GetInterconnectAsync("n", Cancellation),
            call => client.For(call).CreateInterconnectAsync(creation, Cancellation),
            call => client.For(call).ListCnisAsync(new CniFilter(), FirstPage, Cancellation),
            call => client.For(call).GetCniAsync(SampleAnswers.CniId, Cancellation),
            call => client.For(call).CreateCniAsync(new CniCreation("i", new CniMagicSettings("c", "", 1500)), Cancellation),
            call => client.For(call).UpdateCniAsync(new Cni(default, "a", "i", "", "", new CniMagicSettings("c", "", 1500)), Cancellation),
            call => client.For(call).DeleteCniAsync(SampleAnswers.CniId, Cancellation),
            call => client.For(call).GetSettingsAsync(Cancellation),
            call => client.For(call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation),
            call => client.For(call).VerifyAccountTokenAsync(Cancellation),
        ];

        foreach (Task task in byName.Select(ask => ask(name!)))
        {
            Assert.Equal("Name", (await Assert.ThrowsAsync<CniArgumentException>(() => task)).ParameterName);
        }

        foreach (Task task in byAccount.Select(ask => ask(new CniCall(name!))))
        {
            Assert.Equal("AccountId", (await Assert.ThrowsAsync<CniArgumentException>(() => task)).ParameterName);
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_unpaired_surrogate_is_rejected_before_any_request()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);

        foreach (string name in new[] { "half \uD83D", "\uDE00 half" })
        {
            await Assert.ThrowsAsync<CniArgumentException>(() => client.For(Call).GetInterconnectAsync(name, Cancellation));
            await Assert.ThrowsAsync<CniArgumentException>(
                () => client.For(Call).ListInterconnectsAsync(new CniInterconnectFilter(Site: name), FirstPage, Cancellation));
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_an_address_is_rejected()
    {
        await using var server = ScriptedServer.Answering("{}");
        using CniHttpClient client = Connect(server);

        await Assert.ThrowsAsync<CniArgumentException>(() => client.For(Call).GetInterconnectAsync(new string('x', 70_000), Cancellation));

        Assert.Empty(server.Requests);
    }
}
