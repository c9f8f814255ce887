using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>An answer in an envelope that says <c>"success": false</c>.</summary>
internal sealed class NoSuccessException(ReadOnlyMemory<byte> envelope) : JsonException
{
    /// <summary>The envelope, or what of it tells the reason.</summary>
    public ReadOnlyMemory<byte> Envelope { get; } = envelope;
}
