using System.Text;

namespace CloudflareCni.Tests.Faults;

/// <summary>A body with its type.</summary>
internal sealed class ApiBody(string contentType, byte[] content)
{
    public string ContentType { get; } = contentType;

    public byte[] Content { get; } = content;

    public static ApiBody Json(string json) => new("application/json", Encoding.UTF8.GetBytes(json));
}
