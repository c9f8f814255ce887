using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Sandbox;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>An account as a file: export, rehearse on a copy, compare and apply. The cmdlets need PowerShell; everything below them runs here.</summary>
internal static class ConfigurationChecks
{
    private static readonly CniCall Call = new(CniSandbox.DefaultAccountId);

    public static async Task RunAsync(Report report)
    {
        string path = Path.Combine(Path.GetTempPath(), "cni-smoke-" + Guid.NewGuid().ToString("N") + ".json");
        try
        {
            await report.CheckAsync("an account becomes a file, and a copy of it becomes the same file", async () =>
            {
                File.WriteAllBytes(path, await UseAsync(new CniSandboxOptions(), async client => Write(await ReadAccountAsync(client))));
                byte[] copy = await UseAsync(new CniSandboxOptions { ConfigurationPath = path }, async client => Write(await ReadAccountAsync(client)));
                Expect.True(File.ReadAllBytes(path).SequenceEqual(copy), "the copy of the account is another file");
            });
            await report.CheckAsync("a change by hand is a difference, and an import undoes it", () => UseAsync(new CniSandboxOptions { ConfigurationPath = path }, async client =>
            {
                object file = ReadFile(path);
                Expect.Equal(0, CountDifferences(file, await ReadAccountAsync(client)));
                Cni cni = (await client.ListCnisAsync(new CniFilter(), new CniPageRequest(), CancellationToken.None)).Items[0];
                var changed = new Cni(cni.Id, cni.Account, cni.Interconnect, cni.CustIp, cni.P2pIp, new CniMagicSettings(cni.Magic.ConduitName, "", 1400), cni.Bgp, cni.BgpMode);
                await client.UpdateCniAsync(changed, CancellationToken.None);

                object plan = Plan(file, await ReadAccountAsync(client));
                object step = ((IEnumerable)Get(plan, "Steps")).Cast<object>().Single();
                object expected = Get(step, "Expected");
                MethodInfo apply = expected.GetType().GetMethod("ApplyTo").MakeGenericMethod(typeof(Cni));
                await client.UpdateCniAsync((Cni)apply.Invoke(expected, [Get(step, "Current")]), CancellationToken.None);

                Expect.Equal(0, CountDifferences(file, await ReadAccountAsync(client)));
                return true;
            }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<T> UseAsync<T>(CniSandboxOptions options, Func<ICniAccountClient, Task<T>> use)
    {
        using var sandbox = new CniSandbox(options);
        using CniSandboxServer server = CniSandboxServer.Start(sandbox, 0);
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseUri,
            Credential = CniCredential.FromToken(CniSandbox.DefaultToken),
            MaximumRetryCount = 0,
        });
        return await use(client.For(Call));
    }

    private static async Task<object> ReadAccountAsync(ICniAccountClient client) => Invoke(
        typeof(Cni).Assembly,
        "CloudflareCni.Configuration.ConfigurationDocument",
        "Of",
        CniSandbox.DefaultAccountId,
        await client.GetSettingsAsync(CancellationToken.None),
        (await client.ListInterconnectsAsync(new CniInterconnectFilter(), new CniPageRequest(), CancellationToken.None)).Items,
        (await client.ListCnisAsync(new CniFilter(), new CniPageRequest(), CancellationToken.None)).Items,
        false);

    private static byte[] Write(object document) => (byte[])Invoke(
        typeof(CniHttpClient).Assembly, "CloudflareCni.Client.ConfigurationJson", "Write", document.GetType().GetMethod("ToPlain").Invoke(document, [false]));

    private static object ReadFile(string path) => Invoke(
        typeof(Cni).Assembly,
        "CloudflareCni.Configuration.ConfigurationReader",
        "Read",
        Invoke(typeof(CniHttpClient).Assembly, "CloudflareCni.Client.ConfigurationJson", "Read", File.ReadAllBytes(path), null!));

    private static object Plan(object expected, object actual) =>
        Invoke(typeof(Cni).Assembly, "CloudflareCni.Configuration.ConfigurationPlanner", "Plan", expected, actual, true);

    private static int CountDifferences(object expected, object actual) => ((IReadOnlyList<CniConfigurationDifference>)Get(Plan(expected, actual), "Differences")).Count;

    private static object Get(object owner, string property) => owner.GetType().GetProperty(property).GetValue(owner);

    // Only the cmdlets have access to these classes.
    private static object Invoke(Assembly assembly, string type, string method, params object[] arguments) =>
        assembly.GetType(type, throwOnError: true).GetMethod(method, BindingFlags.Public | BindingFlags.Static).Invoke(null, arguments);
}
