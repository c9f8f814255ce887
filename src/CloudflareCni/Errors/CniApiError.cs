namespace CloudflareCni;

/// <summary>One error that the API gave in its answer.</summary>
public sealed class CniApiError
{
    /// <summary>Makes the error.</summary>
    /// <param name="code">Cloudflare's code; null when none was given.</param>
    /// <param name="message">Cloudflare's words.</param>
    public CniApiError(long? code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>Cloudflare's code, such as 10000; null when none was given.</summary>
    public long? Code { get; }

    /// <summary>Cloudflare's words.</summary>
    public string Message { get; }

    /// <summary>The words, with the code behind them.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Code is null ? Message : $"{Message} ({Code})";
}
