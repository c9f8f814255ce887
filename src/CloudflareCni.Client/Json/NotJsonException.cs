using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>The exception that is thrown when a response isn't JSON, or is incomplete.</summary>
internal sealed class NotJsonException(ReadOnlyMemory<byte> start, Exception cause) : JsonException(cause.Message, cause)
{
    /// <summary>Gets the response, or its beginning.</summary>
    public ReadOnlyMemory<byte> Start { get; } = start;
}
