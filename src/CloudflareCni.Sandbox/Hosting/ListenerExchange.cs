using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Hosting;

/// <summary>Reads one request from a socket and sends its response.</summary>
internal static class ListenerExchange
{
    public static async Task RespondAsync(Func<SandboxRequest, SandboxResponse> respond, HttpListenerContext context)
    {
        try
        {
            byte[] body = await ReadBodyAsync(context.Request).ConfigureAwait(false);
            SandboxResponse response = respond(ToRequest(context.Request, body));
            await SendAsync(context.Response, response, withBody: context.Request.HttpMethod != "HEAD").ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The failure concerns this connection only: either the client disconnected, or the server is stopping.
            Abort(context.Response);
        }
    }

    private static SandboxRequest ToRequest(HttpListenerRequest request, byte[] body)
    {
        // Url is partly decoded: an encoded slash in a name would look like a slash between segments.
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

    /// <summary>Reads the body. If the body is too large, reads only enough of it to detect that.</summary>
    private static async Task<byte[]> ReadBodyAsync(HttpListenerRequest request)
    {
        if (!request.HasEntityBody)
        {
            return [];
        }

        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= SandboxRequest.MaxBodyLength && (read = await request.InputStream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static async Task SendAsync(HttpListenerResponse message, SandboxResponse response, bool withBody)
    {
        message.StatusCode = response.Status;
        message.ContentType = response.ContentType;
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            message.AddHeader(header.Key, header.Value);
        }

        if (withBody)
        {
            message.ContentLength64 = response.Body.Length;
            await message.OutputStream.WriteAsync(response.Body, 0, response.Body.Length).ConfigureAwait(false);
        }

        message.Close();
    }

    private static void Abort(HttpListenerResponse message)
    {
        try
        {
            message.Abort();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or HttpListenerException or InvalidOperationException or IOException)
        {
            // The connection is already closed.
        }
    }
}
