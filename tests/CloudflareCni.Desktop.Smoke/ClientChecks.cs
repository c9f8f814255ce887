using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Sandbox;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The life cycle of an interconnect and its CNI, over a socket, against the sandbox.</summary>
internal static class ClientChecks
{
    private const int SlotCount = 48;

    private static readonly CniCall Call = new(CniSandbox.DefaultAccountId);
    private static readonly CancellationToken Never = CancellationToken.None;

    public static async Task RunAsync(Report report)
    {
        using var sandbox = new CniSandbox(new CniSandboxOptions { SlotCount = SlotCount, ReadyAfter = TimeSpan.Zero });
        using CniSandboxServer server = CniSandboxServer.Start(sandbox, 0);
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseUri,
            Credential = CniCredential.FromToken(CniSandbox.DefaultToken),
            MaximumRetryCount = 0,
        });

        List<CniSlot> slots = [];
        CniInterconnect? interconnect = null;
        Cni? cni = null;
        await report.CheckAsync("account and token", async () =>
        {
            IReadOnlyList<CniAccount> accounts = await client.For(Call).ListAccountsAsync(Never);
            Expect.Equal(CniSandbox.DefaultAccountId, accounts.Single().Id);
            Expect.Equal("active", (await client.For(Call).VerifyUserTokenAsync(Never)).Status);
        });
        await report.CheckAsync("list slots, all pages", async () =>
        {
            slots = await AllAsync(page => client.For(Call).ListSlotsAsync(new CniSlotFilter(), page, Never));
            Expect.Equal(SlotCount, slots.Select(slot => slot.Id).Distinct().Count());
        });
        await report.CheckAsync("get a slot", async () =>
        {
            CniSlot slot = await client.For(Call).GetSlotAsync(slots[0].Id, Never);
            Expect.Equal(slots[0].Facility.Name, slot.Facility.Name);
            Expect.Equal(CniSandbox.DefaultAccountId, slot.AccountId);
        });
        await report.CheckAsync("create an interconnect", async () =>
        {
            CniSlot free = slots.First(slot => !slot.Occupied);
            interconnect = await client.For(Call).CreateInterconnectAsync(new CniPhysicalInterconnectCreation(free.Id), Never);
            Expect.Equal(free.Id, interconnect.SlotId);
            Expect.Equal(CniInterconnectKind.Physical, interconnect.Kind);
        });
        await report.CheckAsync("get and list interconnects", async () =>
        {
            Expect.Equal(interconnect!.SlotId, (await client.For(Call).GetInterconnectAsync(interconnect.Name, Never)).SlotId);
            List<CniInterconnect> all = await AllAsync(page => client.For(Call).ListInterconnectsAsync(new CniInterconnectFilter(), page, Never));
            Expect.Equal(1, all.Count(one => one.Name == interconnect.Name));
        });
        await report.CheckAsync("status of an interconnect", async () =>
            Expect.Equal("Healthy", (await client.For(Call).GetInterconnectStatusAsync(interconnect!.Name, Never)).State));
        await report.CheckAsync("letter of authorization", async () =>
        {
            using var file = new MemoryStream();
            await client.For(Call).DownloadLoaAsync(interconnect!.Name, "Example Networks", file, Never);
            Expect.Equal("%PDF", Encoding.ASCII.GetString(file.ToArray(), 0, 4));
            Expect.Equal(CniSandbox.DefaultAccountName, await client.For(Call).GetLoaDefaultNameAsync(interconnect.Name, Never));
        });
        await report.CheckAsync("create a CNI", async () =>
        {
            var magic = new CniMagicSettings("smoke", "Köln ↔ Frankfurt", 1500);
            cni = await client.For(Call).CreateCniAsync(new CniCreation(interconnect!.Name, magic, new CniBgp(64512, ["10.0.0.0/8"])), Never);
            Expect.Equal("Köln ↔ Frankfurt", cni.Magic.Description);
            Expect.Equal(64512, cni.Bgp!.CustomerAsn);
        });
        await report.CheckAsync("the Magic side and its routes", async () =>
        {
            CniMagicInterconnect magic = (await client.For(Call).ListMagicInterconnectsAsync(Never)).Single(one => one.Name == "smoke");
            Expect.Equal(cni!.P2pIp, magic.InterfaceAddress);
            Expect.Equal(DateTimeKind.Local, magic.CreatedOn?.Kind);
            Expect.Equal("on (mid, reply, bidirectional, to " + cni.CustIp.Split('/')[0] + ")", magic.HealthCheck?.ToString());
            Expect.True((await client.For(Call).ListMagicRoutesAsync(Never)).All(route => route.Priority > 0), "a route has no priority");
        });
        await report.CheckAsync("get and list CNIs", async () =>
        {
            Expect.Equal(cni!.CustIp, (await client.For(Call).GetCniAsync(cni.Id, Never)).CustIp);
            List<Cni> all = await AllAsync(page => client.For(Call).ListCnisAsync(new CniFilter(interconnect!.SlotId), page, Never));
            Expect.Equal(cni.Id, all.Single().Id);
        });
        await report.CheckAsync("update a CNI", async () =>
        {
            var changed = new Cni(
                cni!.Id, cni.Account, cni.Interconnect, cni.CustIp, cni.P2pIp, new CniMagicSettings("smoke", "", 1476), cni.Bgp, cni.BgpMode);
            await client.For(Call).UpdateCniAsync(changed, Never);
            Expect.Equal(1476, (await client.For(Call).GetCniAsync(cni.Id, Never)).Magic.Mtu);
        });
        await report.CheckAsync("delete a CNI", async () =>
        {
            await client.For(Call).DeleteCniAsync(cni!.Id, Never);
            await NotFoundAsync(() => client.For(Call).GetCniAsync(cni.Id, Never));
        });
        await report.CheckAsync("delete an interconnect", async () =>
        {
            await client.For(Call).DeleteInterconnectAsync(interconnect!.Name, Never);
            await NotFoundAsync(() => client.For(Call).GetInterconnectAsync(interconnect.Name, Never));
        });
        await report.CheckAsync("read and change settings", async () =>
        {
            await client.For(Call).UpdateSettingsAsync(new CniSettings(65001, null), Never);
            Expect.Equal(65001, (await client.For(Call).GetSettingsAsync(Never)).DefaultAsn);
        });
        await report.CheckAsync("a request that is cancelled", async () =>
        {
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();
            try
            {
                await client.For(Call).GetSettingsAsync(cancelled.Token);
                Expect.True(false, "the request was made");
            }
            catch (OperationCanceledException)
            {
            }
        });
    }

    /// <summary>Sends one request to a sandbox, through every private assembly.</summary>
    public static async Task UseOnceAsync()
    {
        using var sandbox = new CniSandbox(new CniSandboxOptions());
        using CniSandboxServer server = CniSandboxServer.Start(sandbox, 0);
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseUri,
            Credential = CniCredential.FromToken(CniSandbox.DefaultToken),
            MaximumRetryCount = 0,
        });
        await client.For(Call).ListSlotsAsync(new CniSlotFilter(), new CniPageRequest(null, Limit: 1), Never);
    }

    private static async Task<List<T>> AllAsync<T>(Func<CniPageRequest, Task<CniPage<T>>> read)
    {
        var all = new List<T>();
        int pages = 0;
        for (long? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            CniPage<T> page = await read(new CniPageRequest(cursor, Limit: 7));
            all.AddRange(page.Items);
            cursor = page.Next;
        }

        Expect.Equal(Math.Max(1, (all.Count + 6) / 7), pages);
        return all;
    }

    private static async Task NotFoundAsync(Func<Task> request)
    {
        try
        {
            await request();
            Expect.True(false, "it still exists");
        }
        catch (CniApiException exception)
        {
            Expect.Equal(CniErrorKind.NotFound, exception.Kind);
            Expect.Equal(404, exception.StatusCode);
            Expect.True(!string.IsNullOrEmpty(exception.Ray), "the error has no cf-ray");
        }
    }
}
