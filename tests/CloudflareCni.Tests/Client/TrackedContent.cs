using System.Net.Http;

namespace CloudflareCni.Tests.Client;

/// <summary>A body that knows whether it was let go.</summary>
internal sealed class TrackedContent(byte[] body) : ByteArrayContent(body)
{
    public bool Disposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
