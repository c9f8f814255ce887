using System;
using System.Diagnostics;
using System.IO;
using CloudflareCni.Client;
using CloudflareCni.Sandbox;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>The files that the module writes.</summary>
internal static class FileChecks
{
    public static void Run(Report report)
    {
        if (Path.DirectorySeparatorChar == '/')
        {
            report.Check("a link to the state file of the sandbox is kept and its target is written", CheckLink);
        }
    }

    // Windows requires a privilege.
    private static void CheckLink()
    {
        string folder = Path.Combine(Path.GetTempPath(), "cni-smoke-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            string target = Path.Combine(folder, "target.json");
            string link = Path.Combine(folder, "link.json");
            Change(target, 64512);
            Process.Start("ln", $"-s \"{target}\" \"{link}\"").WaitForExit();
            Change(link, 64513);
            Expect.True((File.GetAttributes(link) & FileAttributes.ReparsePoint) != 0, "the link became a file");
            Expect.True(File.ReadAllText(target).Contains("64513"), "the target wasn't written");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Change(string path, long asn)
    {
        using var sandbox = new CniSandbox(new CniSandboxOptions { StatePath = path });
        using CniSandboxServer server = CniSandboxServer.Start(sandbox, 0);
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseUri,
            Credential = CniCredential.FromToken(CniSandbox.DefaultToken),
            MaximumRetryCount = 0,
        });
        client.For(new CniCall(CniSandbox.DefaultAccountId)).UpdateSettingsAsync(new CniSettings(asn, origin: null), default).GetAwaiter().GetResult();
    }
}
