using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The exception that is thrown when a response's envelope says <c>"success": false</c>.</summary>
internal sealed class NoSuccessException(ReadOnlyMemory<byte> envelope) : JsonException
{
    /// <summary>Gets the envelope, or the part of it that has the reason.</summary>
    public ReadOnlyMemory<byte> Envelope { get; } = envelope;
}
