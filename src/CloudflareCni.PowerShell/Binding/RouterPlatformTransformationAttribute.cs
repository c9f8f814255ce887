using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes a router platform as the engine takes a value of an enumeration, and gives its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RouterPlatformTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (Argument.IsMissing(inputData))
        {
            throw new ArgumentTransformationMetadataException($"The platform is null or empty. {RouterPlatform.Choice}");
        }

        return LanguagePrimitives.TryConvertTo(inputData, out CniRouterPlatform platform) && RouterPlatform.All.Any(one => one.Platform == platform)
            ? platform.ToString()
            : throw new ArgumentTransformationMetadataException(
                $"{Shown.Quote(LanguagePrimitives.ConvertTo<string>(inputData))} isn't a router platform. {RouterPlatform.Choice}");
    }
}
