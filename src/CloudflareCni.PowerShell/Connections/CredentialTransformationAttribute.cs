using System;
using System.Management.Automation;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Takes a PSCredential alone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CredentialTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes => "It must be a PSCredential, such as Get-Credential returns.";

    private protected override object? Read(object value, PSObject given) => value as PSCredential;
}
