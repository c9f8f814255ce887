using System;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Configuration;

/// <summary>Accepts only what can be a configuration. Otherwise, a row or a resource from the pipeline would be taken for one that is empty.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConfigurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => ConfigurationInput.IsConfiguration(inputData)
        ? inputData
        : throw new ArgumentTransformationMetadataException(
            "The value isn't a configuration. Use a hashtable or an object with the fields format, settings, interconnects or cnis, or JSON text. "
            + "For a file, use -Path, or Get-Content -Raw, which returns the whole file as one string.");
}
