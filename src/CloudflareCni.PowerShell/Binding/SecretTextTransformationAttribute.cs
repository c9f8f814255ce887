using System;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes a secret as text, or as a SecureString.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "It must be text or a SecureString, and the value is neither.";

    private protected override object? Read(object value, PSObject given) => value switch
    {
        SecureString secure => new NetworkCredential("", secure).Password,
        bool => null,

        // A number that was typed keeps its text in its wrapper, such as the zero of 0123.
        string or ValueType => given,
        _ => null,
    };
}
