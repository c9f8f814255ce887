using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Accepts secrets, each as text or as a SecureString.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextsTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "It must be text or a SecureString, or a list of them, and the value is neither.";

    private protected override object? Read(object value, PSObject given)
    {
        string?[] read = value is IList list ? list.Cast<object?>().Select(one => ReadOne(Argument.Value(one))).ToArray() : [ReadOne(value)];
        return read.Length == 0 || read.Any(string.IsNullOrWhiteSpace) ? null : read;
    }

    private static string? ReadOne(object? value) => value switch
    {
        SecureString secure => new NetworkCredential("", secure).Password.Trim(),
        string text => text.Trim(),
        _ => null,
    };
}
