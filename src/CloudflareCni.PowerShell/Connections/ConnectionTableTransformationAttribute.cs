using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Accepts a hashtable that describes a connection, or an object with the same properties.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConnectionTableTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "-Connection takes a hashtable with AccountId and ApiToken (or Email and ApiKey), or an object with these properties.";

    private protected override object? Read(object value, PSObject given) => ConnectionTable.Find(value, given);
}
