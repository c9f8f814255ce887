using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Tests.Properties;

/// <summary>The response that one call of the client gets in this process, and the request that it sent.</summary>
/// <param name="Body">The bytes of the response.</param>
/// <param name="Piece">The number of bytes that arrive at a time.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record InMemoryResponse(byte[] Body, int Piece = int.MaxValue, int Status = 200)
{
    private static readonly AsyncLocal<InMemoryResponse?> Current = new();

    /// <summary>The body of the last request.</summary>
    public byte[]? Sent { get; private set; }

    /// <summary>Returns to each request the response of its own call, so that one client can run several cases at the same time.</summary>
    public static HttpMessageHandler Handler { get; } = new ResponseHandler();

    /// <summary>Calls a function whose requests get this response.</summary>
    public async Task<T> ToAsync<T>(Func<Task<T>> call)
    {
        Current.Value = this;
        return await call();
    }

    private sealed class ResponseHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InMemoryResponse response = Current.Value!;
            response.Sent = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage((HttpStatusCode)response.Status) { Content = new StreamContent(new PieceStream(response.Body, response.Piece)) };
        }
    }

    /// <summary>Returns its bytes in pieces and doesn't know its length, like a network stream.</summary>
    private sealed class PieceStream(byte[] body, int piece) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int count = Math.Min(Math.Min(piece, buffer.Length), body.Length - _position);
            body.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
