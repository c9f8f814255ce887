using System.IO;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Wire;

/// <summary>Reading and writing bytes under one name in every framework. What ends a read that waits is the end of its socket.</summary>
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
