using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Properties;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>Each object remembers its origin.</summary>
public sealed class OriginTests : ClientTest, IDisposable
{
    private const string Status = """{"state":"Healthy"}""";
    private const string Settings = """{"default_asn":64512}""";
    private static readonly Uri BaseUri = new("https://api.invalid/v4");

    private readonly CniHttpClient _client = Connect(BaseUri, handler: InMemoryResponse.Handler);

    public static TheoryData<string, string> Reads()
    {
        var magic = new CniMagicSettings("c", "", 1500);
        Add("slot", SampleAnswers.Slot, async (client, call) => await client.For(call).GetSlotAsync(SampleAnswers.SlotId, Cancellation));
        Add("interconnect", SampleAnswers.Physical, async (client, call) => await client.For(call).GetInterconnectAsync("n", Cancellation));
        Add("new interconnect", SampleAnswers.GcpPartner, async (client, call) =>
            await client.For(call).CreateInterconnectAsync(new CniPhysicalInterconnectCreation(SampleAnswers.SlotId), Cancellation));
        Add("status", Status, async (client, call) => await client.For(call).GetInterconnectStatusAsync("n", Cancellation));
        Add("CNI", SampleAnswers.Cni, async (client, call) => await client.For(call).GetCniAsync(SampleAnswers.CniId, Cancellation));
        Add("new CNI", SampleAnswers.Cni, async (client, call) => await client.For(call).CreateCniAsync(new CniCreation("n", magic), Cancellation));
        Add("changed CNI", SampleAnswers.Cni, async (client, call) => await client.For(call).UpdateCniAsync(new Cni(default, "", "", "", "", magic), Cancellation));
        Add("settings", Settings, async (client, call) => await client.For(call).GetSettingsAsync(Cancellation));
        Add("changed settings", Settings, async (client, call) => await client.For(call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation));
        var data = new TheoryData<string, string>();
        foreach ((string name, (string answer, _)) in Calls)
        {
            data.Add(name, answer);
        }

        return data;

        static void Add(string name, string answer, Func<CniHttpClient, CniCall, Task<CniResource>> read) => Calls[name] = (answer, read);
    }

    private static SortedDictionary<string, (string Answer, Func<CniHttpClient, CniCall, Task<CniResource>> Read)> Calls { get; } = [];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task An_object_has_the_calls_account_the_clients_address_and_the_callers_source(string name, string answer)
    {
        object source = new();
        CniResource read = await ReadAsync(name, answer, new CniCall(AccountId, Source: source));
        CniResource again = await ReadAsync(name, answer, new CniCall(AccountId, Source: source));
        CniResource other = await ReadAsync(name, answer, new CniCall("other", Source: source));
        CniResource unknown = await ReadAsync(name, answer, Call);

        Assert.Equal((AccountId, BaseUri), (read.AccountId, read.BaseUri));
        Assert.Same(source, read.Origin!.Source);
        Assert.Same(read.Origin, again.Origin);
        Assert.Equal(("other", BaseUri), (other.AccountId, other.BaseUri));
        Assert.Null(unknown.Origin!.Source);
    }

    [Fact]
    public async Task Objects_of_a_list_share_one_origin()
    {
        (CniPage<CniSlot> page, _) = await AskAsync(
            $$"""{"items":[{{SampleAnswers.Slot}},{{SampleAnswers.Slot}}]}""", client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Same(page.Items[0].Origin, page.Items[1].Origin);
        Assert.Equal(AccountId, page.Items[0].AccountId);
    }

    [Fact]
    public async Task The_client_does_not_keep_an_unused_source_alive()
    {
        WeakReference source = await ReadWithASourceAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(source.IsAlive);
    }

    public void Dispose() => _client.Dispose();

    private async Task<WeakReference> ReadWithASourceAsync()
    {
        object source = new();
        await new InMemoryResponse(Encoding.UTF8.GetBytes(SampleAnswers.Slot)).ToAsync(() => _client.For(new CniCall(AccountId, Source: source)).GetSlotAsync(SampleAnswers.SlotId, Cancellation));
        return new WeakReference(source);
    }

    private Task<CniResource> ReadAsync(string name, string answer, CniCall call) =>
        new InMemoryResponse(Encoding.UTF8.GetBytes(answer)).ToAsync(() => Calls[name].Read(_client, call));
}
