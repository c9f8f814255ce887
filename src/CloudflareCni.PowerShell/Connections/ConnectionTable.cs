using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Reads connections that are written as a hashtable, like the connection assets of Azure Automation.</summary>
internal static class ConnectionTable
{
    private const int MaxDisplayedKeyLength = 24;
    private static readonly string[] Keys = ["AccountId", "ApiToken", "Email", "ApiKey", "BaseUri"];

    // The properties that remoting adds to an object.
    private static readonly string[] Additions = ["PSComputerName", "PSShowComputerName", "PSSourceJobInstanceId", "RunspaceId"];

    /// <summary>Gets the hashtable from an argument, which can also be an object with the same properties, such as ConvertFrom-Json returns.</summary>
    /// <param name="value">The .NET object.</param>
    /// <param name="given">The same object with its PowerShell wrapper.</param>
    /// <returns>The hashtable, or <see langword="null"/> if the object is a connection or doesn't have any of its properties.</returns>
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
    /// <param name="table">The hashtable with AccountId, ApiToken or Email and ApiKey, and BaseUri, each as a string or SecureString.</param>
    /// <returns>The options and the account.</returns>
    /// <exception cref="CniArgumentException">A key is unknown, or the credential is missing or ambiguous.</exception>
    public static (CniClientOptions Options, string? AccountId) Read(IDictionary table)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            string name = Keys.FirstOrDefault(key => key.Equals(entry.Key as string, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong($"{Name(entry.Key)} isn't a valid connection key. The valid keys are {string.Join(", ", Keys)}.");
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
            ({ }, _, _) => throw Wrong("The connection has ApiToken as well as Email or ApiKey. Use either ApiToken, or Email and ApiKey."),
            _ => throw Wrong("The connection doesn't have a credential. Add ApiToken, or Email and ApiKey."),
        };
    }

    private static string? Text(string name, object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text.Trim(),
        SecureString secure => Secrets.Reveal(secure),
        Uri uri => uri.OriginalString,
        _ => throw Wrong($"The connection's {name} must be a string or a SecureString."),
    };

    // A key that doesn't look like a word may be a misplaced secret, so it isn't shown.
    private static string Name(object key) =>
        key is string { Length: <= MaxDisplayedKeyLength } word && word.All(char.IsLetter) ? $"'{word}'" : "One of the keys";

    private static CniArgumentException Wrong(string message) => new("Connection", message);
}
