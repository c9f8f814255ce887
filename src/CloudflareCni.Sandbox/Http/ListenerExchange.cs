using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

namespace CloudflareCni.Sandbox.Http;

/// <summary>One request over a socket.</summary>
internal static class ListenerExchange
{
    public static async Task AnswerAsync(CniSandbox sandbox, HttpListenerContext context)
    {
        try
        {
            byte[] body = await ReadBodyAsync(context.Request).ConfigureAwait(false);
            SandboxResponse answer = sandbox.Answer(Request(context.Request, body));
            await WriteAsync(context.Response, answer, withBody: context.Request.HttpMethod != "HEAD").ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever went wrong went wrong with this connection: the client left, or the server is being stopped.
            Abort(context.Response);
        }
    }

    private static SandboxRequest Request(HttpListenerRequest request, byte[] body)
    {
        // Url is decoded in part, so that an encoded slash would look like one that separates segments.
        string target = request.RawUrl ?? "/";
        if (!target.StartsWith("/", StringComparison.Ordinal) && Uri.TryCreate(target, UriKind.Absolute, out Uri? absolute))
        {
            target = absolute.PathAndQuery;
        }

        string[] parts = target.Split(['?'], 2);
        Dictionary<string, string> headers = request.Headers.AllKeys.OfType<string>()
            .ToDictionary(name => name, name => request.Headers[name] ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        return new SandboxRequest(request.HttpMethod.ToUpperInvariant(), parts[0], parts.Length == 2 ? parts[1] : string.Empty, headers, body);
    }

    /// <summary>Reads the body, and of one that is too large enough to see that it is.</summary>
    private static async Task<byte[]> ReadBodyAsync(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return [];
        }

        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= SandboxRequest.LargestBody && (read = await request.InputStream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async Task WriteAsync(HttpListenerResponse response, SandboxResponse answer, bool withBody)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.AddHeader(header.Key, header.Value);
        }

        if (withBody)
        {
            response.ContentLength64 = answer.Body.Length;
            await response.OutputStream.WriteAsync(answer.Body, 0, answer.Body.Length).ConfigureAwait(false);
        }

        response.Close();
    }

    private static void Abort(HttpListenerResponse response)
    {
        try
        {
            response.Abort();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or HttpListenerException or InvalidOperationException or IOException)
        {
            // It is gone already.
        }
    }
}
