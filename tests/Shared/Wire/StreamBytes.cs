using System.IO;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>Reads and writes bytes with the same method names in every framework. Disposing the socket ends a pending read.</summary>
internal static class StreamBytes
{
#if NET
    public static async Task<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count) =>
        await stream.ReadAsync(System.MemoryExtensions.AsMemory(buffer, offset, count)).ConfigureAwait(false);

    public static async Task WriteAllAsync(this Stream stream, byte[] bytes, int count)
    {
        await stream.WriteAsync(System.MemoryExtensions.AsMemory(bytes, 0, count)).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
    }
#else
    public static Task<int> ReadSomeAsync(this Stream stream, byte[] buffer, int offset, int count) => stream.ReadAsync(buffer, offset, count);

    public static async Task WriteAllAsync(this Stream stream, byte[] bytes, int count)
    {
        await stream.WriteAsync(bytes, 0, count).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
    }
#endif
}
