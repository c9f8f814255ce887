namespace CloudflareCni;

/// <summary>One error from an API response.</summary>
public sealed class CniApiError
{
    /// <summary>Initializes a new instance of the <see cref="CniApiError"/> class.</summary>
    /// <param name="code">Cloudflare's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="message">Cloudflare's error message.</param>
    public CniApiError(long? code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>Gets Cloudflare's error code, such as 10000, or <see langword="null"/> if there is none.</summary>
    public long? Code { get; }

    /// <summary>Gets Cloudflare's error message.</summary>
    public string Message { get; }

    /// <summary>Returns the message, followed by the code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Code is null ? Message : $"{Message} ({Code})";
}
