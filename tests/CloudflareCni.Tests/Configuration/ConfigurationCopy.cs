using System;
using System.IO;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Configuration;
using CloudflareCni.Sandbox;
using Xunit;

namespace CloudflareCni.Tests.Configurations;

/// <summary>A sandbox that starts as a copy of a configuration file, with a client.</summary>
internal sealed class ConfigurationCopy : IDisposable
{
    private readonly CniSandbox _sandbox;
    private readonly CniHttpClient _client;

    public ConfigurationCopy(byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            _sandbox = new CniSandbox(new CniSandboxOptions { ConfigurationPath = path });
        }
        finally
        {
            File.Delete(path);
        }

        _client = new CniHttpClient(
            new CniClientOptions { BaseAddress = new Uri("https://sandbox.test/client/v4"), Credential = CniCredential.FromToken(CniSandbox.DefaultToken) },
            handler: _sandbox.CreateHandler());
    }

    public CniSandbox Sandbox => _sandbox;

    public ICniAccountClient Client => _client.For(new CniCall(_sandbox.AccountId));

    /// <summary>Reads the account.</summary>
    public async Task<ConfigurationDocument> ReadAsync()
    {
        var interconnects = await new Pager<CniInterconnect>((page, cancellation) => Client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation))
            .ReadAllAsync(TestContext.Current.CancellationToken);
        var cnis = await new Pager<Cni>((page, cancellation) => Client.ListCnisAsync(new CniFilter(), page, cancellation)).ReadAllAsync(TestContext.Current.CancellationToken);
        CniSettings settings = await Client.GetSettingsAsync(TestContext.Current.CancellationToken);
        return ConfigurationDocument.Of(_sandbox.AccountId, settings, interconnects, cnis);
    }

    /// <summary>Reads the account as a file.</summary>
    public async Task<byte[]> ExportAsync(bool includesKeys = false) => ConfigurationJson.Write((await ReadAsync()).ToPlain(includesKeys));

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }
}
