using System.Text.Json;

namespace CloudflareCni.Tests.Sandbox;

internal static class JsonElementExtensions
{
    /// <summary>The text of a property that must be there.</summary>
    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
