using System;
using System.Management.Automation;
using System.Security;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Takes a secret as a SecureString alone, so that it stays out of the history and of transcripts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecureStringTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes =>
        "It must be a SecureString. Type it with (Read-Host -AsSecureString), or convert text with (ConvertTo-SecureString $text -AsPlainText -Force).";

    private protected override object? Read(object value, PSObject given) => value as SecureString;
}
