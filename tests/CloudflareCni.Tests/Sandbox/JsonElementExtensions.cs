using System.Text.Json;

namespace CloudflareCni.Tests.Sandbox;

internal static class JsonElementExtensions
{
    /// <summary>Gets the text of a property, which must exist.</summary>
    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
