using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Accepts only a PSCredential.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "The value must be a PSCredential, such as the object that Get-Credential returns.";

    private protected override object? Read(object value, PSObject given) => value as PSCredential;
}
