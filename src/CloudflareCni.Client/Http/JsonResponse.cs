using System;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Reads the JSON of responses, and converts what is wrong with it to the exception that users see.</summary>
internal static class JsonResponse
{
    /// <summary>Reads an object of the API.</summary>
    public static Task<T> ReadAsync<T>(ApiResponse answer, ModelFormat<T> format, TextCache texts, CniOrigin? origin)
        where T : CniModel => ParseAsync(answer, body => JsonBody.Read(body, format, texts, origin));

    /// <summary>Reads a page of objects.</summary>
    public static async Task<CniPage<T>> ReadPageAsync<T>(ApiResponse answer, ModelFormat<T> format, TextCache texts, CniOrigin? origin, string name = "items")
        where T : CniModel
    {
        try
        {
            return await JsonPageReader<T>.ReadAsync(answer.ReadAsync, format, texts, origin, name).ConfigureAwait(false);
        }
        catch (Exception exception) when (Translate(answer, exception) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Reads a string: the response itself, the named field of an object, or its only string field.</summary>
    public static Task<string> ReadTextAsync(ApiResponse answer, string name) => ParseAsync(answer, body => JsonBody.ReadText(body, name));

    /// <summary>Reads a response without expected content. Any content must not say that the request failed.</summary>
    /// <returns>Always <see langword="true"/>.</returns>
    public static Task<bool> ReadNothingAsync(ApiResponse answer) => ParseAsync(answer, static body =>
    {
        JsonBody.ReadNothing(body);
        return true;
    });

    private static async Task<T> ParseAsync<T>(ApiResponse answer, Func<byte[], T> parse)
    {
        byte[] body = await answer.ReadAllAsync().ConfigureAwait(false);
        try
        {
            return parse(body);
        }
        catch (Exception exception) when (Translate(answer, exception) is { } translated)
        {
            throw translated;
        }
    }

    private static CniApiException? Translate(ApiResponse answer, Exception exception) => exception switch
    {
        FieldException field => answer.Unusable(field.Describe(), field),
        NoSuccessException failure => answer.NoSuccess(failure.Envelope),
        NotJsonException text => answer.NotJson(text.Start.Span, text.InnerException),
        _ => null,
    };
}
