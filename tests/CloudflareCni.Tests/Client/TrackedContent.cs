using System.Net.Http;

namespace CloudflareCni.Tests.Client;

/// <summary>A body that records whether it was disposed.</summary>
internal sealed class TrackedContent(byte[] body) : ByteArrayContent(body)
{
    public bool Disposed { get; private set; }

    protected override void Dispose(bool disposing)
    {
        Disposed = true;
        base.Dispose(disposing);
    }
}
