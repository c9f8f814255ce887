using System;
using System.Management.Automation;
using System.Security;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Accepts a secret only as a SecureString, so that it doesn't appear in the history or in transcripts.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecureStringTransformationAttribute : SecretTransformationAttribute
{
    private protected override string Takes =>
        "The value must be a SecureString. To type it, use (Read-Host -AsSecureString). To convert text, use (ConvertTo-SecureString $text -AsPlainText -Force).";

    private protected override object? Read(object value, PSObject given) => value as SecureString;
}
