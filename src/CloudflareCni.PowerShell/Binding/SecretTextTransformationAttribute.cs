using System;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Accepts a secret as a string or a SecureString.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "The value must be a string or a SecureString.";

    private protected override object? Read(object value, PSObject given) => value switch
    {
        SecureString secure => new NetworkCredential("", secure).Password,
        bool => null,

        // The wrapper of a typed number keeps its text, such as the leading zero of 0123.
        string or ValueType => given,
        _ => null,
    };
}
