using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Accepts a connection, or a hashtable or object that describes one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTransformationAttribute : SecretTransformationAttribute
{
    /// <summary>Gets or sets a value that indicates whether only connections that Connect-Cni returned are accepted, one or several. A description can't be disconnected.</summary>
    public bool ConnectedOnly { get; set; }

    private protected override string Takes => ConnectedOnly
        ? "-Connection takes the object that Connect-Cni or Get-CniConnection returns."
        : "-Connection takes the object that Connect-Cni returns, or a hashtable with AccountId and ApiToken (or Email and ApiKey).";

    private protected override object? Read(object value, PSObject given)
    {
        if (given.TypeNames.Contains("Deserialized." + typeof(CniConnection).FullName))
        {
            throw new CniArgumentException(
                "Connection",
                "The connection comes from another process or a file, so it doesn't contain a credential. "
                + "Run Connect-Cni in this session, or use a hashtable with AccountId and ApiToken as -Connection.");
        }

        if (ConnectedOnly)
        {
            return value is IEnumerable several and not string ? ReadAll(several) : value as CniConnection;
        }

        return value as CniConnection ?? (ConnectionTable.Find(value, given) is { } table ? Create(table) : null);
    }

    private static CniConnection Create(IDictionary table)
    {
        (CniClientOptions options, string? accountId) = ConnectionTable.Read(table);
        return CniConnections.Create(options, accountId);
    }

    private static CniConnection[]? ReadAll(IEnumerable several)
    {
        object?[] all = [.. several.Cast<object?>().Select(one => one is PSObject wrapped ? wrapped.BaseObject : one)];
        CniConnection[] connections = [.. all.OfType<CniConnection>()];
        return connections.Length == all.Length ? connections : null;
    }
}
