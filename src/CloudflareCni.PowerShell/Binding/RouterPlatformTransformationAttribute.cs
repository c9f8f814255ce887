using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Converts the name of a router platform, the unambiguous beginning of a name, or the value.</summary>
/// <remarks>Without it, the engine combines a list of two platforms into one value.</remarks>
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

        string text = LanguagePrimitives.ConvertTo<string>(inputData).Trim();
        string[] names = [.. RouterPlatform.All.Select(one => one.Platform.ToString()).Where(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return names.FirstOrDefault(name => name.Length == text.Length) ?? (names.Length == 1
            ? names[0]
            : throw new ArgumentTransformationMetadataException($"{DisplayText.Quote(text)} isn't a router platform. {RouterPlatform.Choice}"));
    }
}
