using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>An environment without connection variables, except those that the test sets. The original environment is restored at the end.</summary>
internal sealed class EnvironmentVariables : IDisposable
{
    public static readonly string[] Names =
        ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_API_KEY", "CLOUDFLARE_EMAIL", "CLOUDFLARE_ACCOUNT_ID", "CLOUDFLARE_BASE_URL"];

    private readonly Dictionary<string, string?> _before = Names.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public EnvironmentVariables()
    {
        foreach (string name in Names)
        {
            this[name] = null;
        }
    }

    public string? this[string name]
    {
        set => Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            this[name] = value;
        }
    }
}
