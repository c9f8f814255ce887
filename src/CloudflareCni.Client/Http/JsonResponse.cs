using System;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>Reads the JSON of answers, and makes of what is wrong with it the exception that users meet.</summary>
internal static class JsonResponse
{
    /// <summary>Reads an object of the API.</summary>
    public static Task<T> ReadAsync<T>(ApiResponse answer, ModelFormat<T> format, TextCache texts, CniOrigin? origin)
        where T : CniModel => ParseAsync(answer, body => JsonBody.Read(body, format, texts, origin));

    /// <summary>Reads a page of objects.</summary>
    public static Task<CniPage<T>> ReadPageAsync<T>(ApiResponse answer, ModelFormat<T> format, TextCache texts, CniOrigin? origin, string name = "items")
        where T : CniModel => TranslateAsync(answer, () => JsonPageReader<T>.ReadAsync(answer.ReadAsync, format, texts, origin, name));

    /// <summary>Reads a text: the answer itself, the field of an object that has the name, or else the one text field of it.</summary>
    public static Task<string> ReadTextAsync(ApiResponse answer, string name) => ParseAsync(answer, body => JsonBody.ReadText(body, name));

    /// <summary>Reads an answer that needs no content. What is there must not say that the request failed.</summary>
    /// <returns>True.</returns>
    public static Task<bool> ReadNothingAsync(ApiResponse answer) => ParseAsync(answer, static body =>
    {
        JsonBody.ReadNothing(body);
        return true;
    });

    private static Task<T> ParseAsync<T>(ApiResponse answer, Func<byte[], T> parse) =>
        TranslateAsync(answer, async () => parse(await answer.ReadAllAsync().ConfigureAwait(false)));

    private static async Task<T> TranslateAsync<T>(ApiResponse answer, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (FieldException exception)
        {
            throw answer.Unusable(exception.Describe(), exception);
        }
        catch (NoSuccessException exception)
        {
            throw answer.NoSuccess(exception.Envelope);
        }
        catch (NotJsonException exception)
        {
            throw answer.NotJson(exception.Start.Span, exception.InnerException);
        }
    }
}
