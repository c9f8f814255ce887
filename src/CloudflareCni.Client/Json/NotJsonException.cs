using System;
using System.Text.Json;

namespace CloudflareCni.Client;

/// <summary>An answer that is no JSON, or not all of it.</summary>
internal sealed class NotJsonException(ReadOnlyMemory<byte> start, Exception cause) : JsonException(cause.Message, cause)
{
    /// <summary>The answer, or its beginning.</summary>
    public ReadOnlyMemory<byte> Start { get; } = start;
}
