using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Refuses a secret that was typed as text, before the engine does so with the secret in its message.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string
            ? throw new ArgumentTransformationMetadataException(
                "It was given as text, and a secret is a SecureString. Type it with (Read-Host -AsSecureString), "
                + "or convert it with (ConvertTo-SecureString $text -AsPlainText -Force).")
            : inputData;
}
