using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Accepts the address of a proxy, which may contain a password.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProxyTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "The value must be the address of a proxy, such as http://proxy.example.com:8080.";

    private protected override object? Read(object value, PSObject given) => value switch
    {
        Uri uri => uri,
        string text when Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? uri) => uri,
        _ => null,
    };
}
