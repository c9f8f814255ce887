using System.Linq;

namespace CloudflareCni.PowerShell.Completion;

/// <summary>Puts what is known of an object into a line.</summary>
internal static class Words
{
    public static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
