using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>A connection written as a hashtable, as Azure Automation's connection assets are.</summary>
internal static class ConnectionTable
{
    private static readonly string[] Keys = ["AccountId", "ApiToken", "Email", "ApiKey", "BaseUri"];

    /// <summary>Reads the hashtable.</summary>
    /// <param name="table">AccountId, ApiToken or Email and ApiKey, and BaseUri, each as text or SecureString.</param>
    /// <returns>Settings and account.</returns>
    /// <exception cref="CniArgumentException">A key is unknown, or the credential is missing or given twice.</exception>
    public static (ConnectionSettings Settings, string? AccountId) Read(IDictionary table)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            string name = Keys.FirstOrDefault(key => key.Equals(entry.Key as string, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong($"'{entry.Key}' is no key of a connection. Known are {string.Join(", ", Keys)}.");
            if (Text(name, entry.Value) is { Length: > 0 } text)
            {
                values[name] = text;
            }
        }

        Uri baseUri = values.TryGetValue("BaseUri", out string? address)
            ? BaseAddressRules.Check("Connection", address)
            : ConnectionSettings.DefaultBaseUri;
        string? accountId = values.TryGetValue("AccountId", out string? account) ? NameRules.CheckAccountId("Connection", account) : null;
        return (new ConnectionSettings(baseUri, Credential(values)), accountId);
    }

    private static ConnectionCredential Credential(Dictionary<string, string> values)
    {
        values.TryGetValue("ApiToken", out string? token);
        values.TryGetValue("Email", out string? email);
        values.TryGetValue("ApiKey", out string? key);
        return (token, email, key) switch
        {
            ({ }, null, null) => ConnectionCredential.FromToken(token),
            (null, { }, { }) => ConnectionCredential.FromKey(email, key),
            ({ }, _, _) => throw Wrong("The connection has both an ApiToken and an Email or ApiKey. Give one of the two."),
            _ => throw Wrong("The connection has no credential. Give ApiToken, or Email and ApiKey."),
        };
    }

    private static string? Text(string name, object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text.Trim(),
        SecureString secure => Secrets.Reveal(secure),
        Uri uri => uri.OriginalString,
        _ => throw Wrong($"The connection's {name} is neither text nor a SecureString."),
    };

    private static CniArgumentException Wrong(string message) => new("Connection", message);
}
