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
    private const int LongestShownKey = 24;
    private static readonly string[] Keys = ["AccountId", "ApiToken", "Email", "ApiKey", "BaseUri"];

    // What remoting adds to an object.
    private static readonly string[] Additions = ["PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

    /// <summary>Finds the table in what was given: itself, or the properties of an object, as ConvertFrom-Json makes them.</summary>
    /// <param name="value">The .NET object.</param>
    /// <param name="given">The same as PowerShell sees it.</param>
    /// <returns>The table; <see langword="null"/> if the object has none of the properties of a connection, or is one.</returns>
    public static IDictionary? Find(object value, PSObject given)
    {
        if (value is IDictionary or CniConnection)
        {
            return value as IDictionary;
        }

        List<PSPropertyInfo> properties = given.Properties.Where(property => !Additions.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        return properties.Any(property => Keys.Contains(property.Name, StringComparer.OrdinalIgnoreCase))
            ? properties.ToDictionary(property => property.Name, property => property.Value)
            : null;
    }

    /// <summary>Reads the hashtable.</summary>
    /// <param name="table">AccountId, ApiToken or Email and ApiKey, and BaseUri, each as text or SecureString.</param>
    /// <returns>Options and account.</returns>
    /// <exception cref="CniArgumentException">A key is unknown, or the credential is missing or given twice.</exception>
    public static (CniClientOptions Options, string? AccountId) Read(IDictionary table)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            string name = Keys.FirstOrDefault(key => key.Equals(entry.Key as string, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong($"{Name(entry.Key)} isn't a key of a connection. Use {string.Join(", ", Keys)}.");
            if (Text(name, entry.Value) is { Length: > 0 } text)
            {
                values[name] = text;
            }
        }

        Uri baseUri = values.TryGetValue("BaseUri", out string? address)
            ? BaseAddressRules.Check("Connection", address)
            : CniClientOptions.DefaultBaseAddress;
        string? accountId = values.TryGetValue("AccountId", out string? account) ? NameRules.CheckAccountId("Connection", account) : null;
        return (new CniClientOptions { BaseAddress = baseUri, Credential = Credential(values) }, accountId);
    }

    private static CniCredential Credential(Dictionary<string, string> values)
    {
        values.TryGetValue("ApiToken", out string? token);
        values.TryGetValue("Email", out string? email);
        values.TryGetValue("ApiKey", out string? key);
        return (token, email, key) switch
        {
            ({ }, null, null) => CniCredential.FromToken(token),
            (null, { }, { }) => CniCredential.FromKey(email, key),
            ({ }, _, _) => throw Wrong("The connection has both an ApiToken and an Email or ApiKey. Use one of the two."),
            _ => throw Wrong("The connection doesn't have a credential. Add ApiToken, or Email and ApiKey."),
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

    // A key that doesn't look like a word may be a secret in the wrong place.
    private static string Name(object key) =>
        key is string { Length: <= LongestShownKey } word && word.All(char.IsLetter) ? $"'{word}'" : "One of the keys";

    private static CniArgumentException Wrong(string message) => new("Connection", message);
}
