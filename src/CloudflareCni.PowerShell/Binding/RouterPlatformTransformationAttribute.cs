using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.Routers;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>Takes a router platform: its name, the beginning of one name only, or the value. The engine by itself makes one value of a list of two.</summary>
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
            : throw new ArgumentTransformationMetadataException($"{Shown.Quote(text)} isn't a router platform. {RouterPlatform.Choice}"));
    }
}
