using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>The faults.</summary>
internal static class Faults
{
    private const int Mebibyte = 1024 * 1024;
    private const int LimitInMebibytes = 64;

    private static readonly byte[] Block = Encoding.ASCII.GetBytes(new string(' ', Mebibyte));
    private static readonly Lazy<byte[]> Bomb = new(MakeBomb);

    private static readonly AnswerShape[] NoContent = [AnswerShape.Nothing];
    private static readonly AnswerShape[] NoFieldRequired = [AnswerShape.Nothing, AnswerShape.Magic];

    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Connections(),
        .. Statuses(),
        .. Bodies(),
        .. Lists(),
        .. Letters(),
        .. Healing(),
        .. Echoes(),
    ];

    private static IEnumerable<Fault> Connections()
    {
        yield return new("connection refused", CniErrorKind.ConnectionFailed, CloseAsync) { NeverSent = true, Passes = true };
        yield return new("plain text instead of a TLS handshake", CniErrorKind.TlsFailed, async (exchange, _, _) =>
        {
            await exchange.ReadAnythingAsync().ConfigureAwait(false);
            await exchange.EndAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").ConfigureAwait(false);
        })
        { NeverSent = true, Passes = true, IsTls = true };
        yield return new("closed during the TLS handshake", CniErrorKind.TlsFailed, async (exchange, _, _) =>
        {
            await exchange.ReadAnythingAsync().ConfigureAwait(false);
            exchange.Close();
        })
        {
            NeverSent = true,
            Passes = true,
            IsTls = true,
            DesktopKind = CniErrorKind.ConnectionFailed,
        };
        yield return Reset();
        yield return Closed();
        yield return new("closed on a reused connection", CniErrorKind.ConnectionFailed, CloseAsync) { Passes = true, IsLost = true, NeedsKept = true, Strikes = 1 };
        yield return new("closed on a reused connection, then 404", CniErrorKind.ConnectionFailed, CloseAsync)
        {
            Passes = true,
            IsLost = true,
            NeedsKept = true,
            Strikes = 1,
            Then = Refusal(404, CniErrorKind.NotFound),
        };
        yield return new("reset during the body", CniErrorKind.ConnectionFailed, async (exchange, operation, context) =>
        {
            await SendHalfAsync(exchange, operation).ConfigureAwait(false);
            await context.AwaitReader().ConfigureAwait(false);
            exchange.Reset();
        })
        { Passes = true, IsLost = true };
        yield return new("closed during the body", CniErrorKind.ConnectionFailed, async (exchange, operation, _) =>
        {
            await SendHalfAsync(exchange, operation).ConfigureAwait(false);
            exchange.Close();
        })
        { Passes = true, IsLost = true, DesktopKind = CniErrorKind.InvalidResponse };
        yield return Silence();
        yield return new("no response body", CniErrorKind.Timeout, async (exchange, operation, context) =>
        {
            await SendHalfAsync(exchange, operation).ConfigureAwait(false);
            await context.AwaitReader().ConfigureAwait(false);
            context.Hang();
            await exchange.WaitForCloseAsync().ConfigureAwait(false);
        })
        { Passes = true, IsLost = true, TimesOut = true };
        yield return Garbage("the greeting of another protocol", "SSH-2.0-OpenSSH_9.6\r\n");
        yield return new("a TLS alert instead of HTTP", CniErrorKind.ConnectionFailed, (exchange, _, _) => exchange.EndAsync("\x15\x03\x03\0\x02\x02\x46")) { Passes = true, IsLost = true };
        yield return Garbage("a header of 128 KiB", $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 128 * 1024)}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    private static IEnumerable<Fault> Statuses()
    {
        foreach (int redirect in new[] { 301, 302, 307 })
        {
            yield return new($"{redirect} to another path", CniErrorKind.InvalidResponse, (exchange, _, _) => exchange.AnswerAsync(redirect, "", "Location: /elsewhere\r\n"));
        }

        yield return Refusal(400, CniErrorKind.BadRequest);
        yield return Refusal(401, CniErrorKind.AuthenticationFailed);
        yield return Refusal(403, CniErrorKind.AccessDenied);
        yield return Refusal(404, CniErrorKind.NotFound);
        yield return Status(408, CniErrorKind.Timeout, passes: true, isLost: true);
        yield return Refusal(409, CniErrorKind.NameConflict);
        yield return Refusal(422, CniErrorKind.BadRequest);
        yield return Status(429, CniErrorKind.RateLimited, passes: true);
        yield return Status(500, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(501, CniErrorKind.ServerError, isLost: true);
        yield return Status(502, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(503, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(504, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(520, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(527, CniErrorKind.ServerError, passes: true, isLost: true);
        yield return Status(530, CniErrorKind.ServerError, passes: true, isLost: true);
        foreach (int status in new[] { 429, 503 })
        {
            CniErrorKind kind = status == 429 ? CniErrorKind.RateLimited : CniErrorKind.ServerError;
            yield return Asking($"{status}, Retry-After of 6 seconds", status, kind, _ => "6", TimeSpan.FromSeconds(6));
            yield return Asking($"{status}, Retry-After with a date in 5 seconds", status, kind, now => now.AddSeconds(5).ToString("R", CultureInfo.InvariantCulture), TimeSpan.FromSeconds(5));
            yield return Asking($"{status}, Retry-After above the limit", status, kind, _ => "61", null);
            yield return Asking($"{status}, Retry-After in the year 9999", status, kind, _ => "Fri, 31 Dec 9999 23:59:59 GMT", null);
            yield return Hurrying($"{status}, Retry-After of 0", status, kind, _ => "0");
            yield return Hurrying($"{status}, Retry-After with a date an hour ago", status, kind, now => now.AddHours(-1).ToString("R", CultureInfo.InvariantCulture));
        }

        yield return Blocking("403 with a block page", 403, "<html><title>Attention Required! | Cloudflare</title></html>");
        yield return Blocking("403 with the header cf-mitigated", 403, "", "cf-mitigated: challenge\r\n");
        yield return Blocking("503 with a challenge", 503, "<html><title>Just a moment...</title></html>");
        yield return Blocking("429 with a challenge", 429, "<html><title>Just a moment...</title></html>", "cf-mitigated: challenge\r\n");
        yield return new("500 with an HTML page", CniErrorKind.ServerError, (exchange, _, _) => exchange.AnswerAsync(500, "<html><title>Oops</title>it broke</html>")) { Passes = true, IsLost = true };
        yield return new("400 with JSON nested 100,000 deep", CniErrorKind.BadRequest, (exchange, _, _) => exchange.AnswerAsync(400, Nested()));
        yield return new("400 with control and bidirectional characters", CniErrorKind.BadRequest, (exchange, _, _) => exchange.AnswerAsync(
            400, "{\"success\":false,\"errors\":[{\"code\":1234,\"message\":\"\\u001b[31mred\\u001b]0;title\\u0007 \\u202Egnp\\r\\nnext\"}],\"messages\":[],\"result\":null}"));
        yield return new("400 with a truncated body", CniErrorKind.BadRequest, (exchange, _, _) =>
            exchange.EndAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 100\r\n\r\n{\"errors\":["));
    }

    private static IEnumerable<Fault> Bodies()
    {
        yield return Body("200 with an HTML page", _ => "<html><title>Sign in</title></html>");
        yield return Body("200 with plain text", _ => "it works!", spares: NoContent);
        yield return Body("200 with an empty body", _ => "", spares: NoContent);
        yield return new("204", CniErrorKind.InvalidResponse, (exchange, _, _) => exchange.EndAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")) { IsLost = true, Spares = NoContent };
        yield return new("200 with success: false", CniErrorKind.InvalidResponse, (exchange, _, _) => exchange.AnswerAsync(200, Envelope(1234, "no")));
        yield return new("200 with success: false, code 10000", CniErrorKind.AuthenticationFailed, (exchange, _, _) => exchange.AnswerAsync(200, Envelope(10000, "Authentication error")));
        yield return Body("200 with success: false and no reason", _ => "{\"success\":false,\"errors\":[],\"messages\":[],\"result\":null}");
        yield return Body("truncated JSON", operation => operation.GoodJson.TrimEnd('}'));
        yield return Body("a list of numbers", _ => "[7,8]", spares: NoContent);
        yield return Body("null instead of the response", _ => "null", spares: NoContent);
        yield return Body("null in a required field", operation => operation.With("null"), spares: [.. NoFieldRequired, AnswerShape.Settings]);
        yield return Body("a list instead of a value", operation => operation.With("[7]"), spares: NoFieldRequired);
        yield return Body("JSON nested 100,000 deep", _ => Nested());
        yield return Body("text that isn't UTF-8", operation => operation.With("\"\xFF\xFE\xC0\""), spares: NoContent);
        yield return Lost("chunks without a length", (exchange, _, _) => exchange.EndAsync(Head("Transfer-Encoding: chunked") + "ZZZ\r\n{}\r\n0\r\n\r\n"));
        yield return new("chunks that end early", CniErrorKind.ConnectionFailed, (exchange, operation, _) => exchange.EndAsync(Head("Transfer-Encoding: chunked") + "4\r\n{\"it\r\n"))
        { Passes = true, IsLost = true, DesktopKind = CniErrorKind.InvalidResponse };
        yield return Lost("invalid gzip", (exchange, _, _) => exchange.EndAsync(Head("Content-Encoding: gzip\r\nContent-Length: 9") + "no gzip!!"));
        yield return Lost("a Content-Length that is too short", (exchange, operation, _) =>
            exchange.EndAsync(Head($"Content-Length: {operation.Good.Content.Length / 2}") + Encoding.ASCII.GetString(operation.Good.Content)));
        yield return TooLarge("gzip that expands to more than 64 MiB", CniErrorKind.InvalidResponse, async (exchange, _, _) =>
        {
            await exchange.SendBytesAsync(Head($"Content-Encoding: gzip\r\nContent-Length: {Bomb.Value.Length}")).ConfigureAwait(false);
            await exchange.SendAsync(Bomb.Value).ConfigureAwait(false);
            exchange.Close();
        });
        yield return TooLarge("a Content-Length of more than 64 MiB", null, async (exchange, _, _) =>
        {
            await exchange.SendBytesAsync(Head($"Content-Length: {(LimitInMebibytes * Mebibyte) + 1}")).ConfigureAwait(false);
            await exchange.WaitForCloseAsync().ConfigureAwait(false);
        });
        yield return TooLarge("a body that doesn't end", CniErrorKind.InvalidResponse, async (exchange, _, _) =>
        {
            await exchange.SendBytesAsync(Head("X-Length: none")).ConfigureAwait(false);
            await SendForEverAsync(exchange).ConfigureAwait(false);
        });
    }

    private static IEnumerable<Fault> Lists()
    {
        yield return Cursors("a cursor that repeats", 2, _ => 1);
        yield return Cursors("a cursor that goes back", 3, cursor => cursor == 2 ? 1 : 2);
        yield return Cursors("empty pages that don't end", 5, cursor => cursor + 20, hasItems: false);
    }

    private static IEnumerable<Fault> Letters()
    {
        yield return Letter("a truncated PDF", CniErrorKind.InvalidResponse, (exchange, _, _) => exchange.EndAsync(Head("Content-Length: 14") + "%PDF-1.4\n1 0 o"));
        yield return Letter("an image instead of a PDF", CniErrorKind.InvalidResponse, (exchange, _, _) => exchange.EndAsync(Head("Content-Length: 8") + "\x89PNG\r\n\x1A\n"));
        yield return Letter("a PDF that doesn't end", CniErrorKind.ResponseTooLarge, async (exchange, _, _) =>
        {
            await exchange.SendBytesAsync(Head("X-Length: none") + "%PDF-1.4\n").ConfigureAwait(false);
            await SendForEverAsync(exchange).ConfigureAwait(false);
        });
    }

    private static IEnumerable<Fault> Healing()
    {
        Fault gone = Refusal(404, CniErrorKind.NotFound);
        yield return Times("refused once, then success", 1, new("", CniErrorKind.ConnectionFailed, CloseAsync) { NeverSent = true, Passes = true });
        yield return Times("refused once, then 404", 1, new("", CniErrorKind.ConnectionFailed, CloseAsync) { NeverSent = true, Passes = true }, gone);
        yield return Times("reset once, then success", 1, Reset());
        yield return Times("reset once, then 404", 1, Reset(), gone);
        yield return Times("no response once, then success", 1, Silence());
        yield return Times("503 twice, then success", 2, Status(503, CniErrorKind.ServerError, passes: true, isLost: true));
        yield return Times("503 four times, then success", 4, Status(503, CniErrorKind.ServerError, passes: true, isLost: true));
        yield return Times("503 once, then 404", 1, Status(503, CniErrorKind.ServerError, passes: true, isLost: true), gone);
        yield return Times("429 once, then 404", 1, Status(429, CniErrorKind.RateLimited, passes: true), gone);
        yield return Times("503 once, then 403", 1, Status(503, CniErrorKind.ServerError, passes: true, isLost: true), Refusal(403, CniErrorKind.AccessDenied));
    }

    // Each repeats the credential and the keys of the request.
    private static IEnumerable<Fault> Echoes()
    {
        yield return Echo("400 whose message repeats the credential", CniErrorKind.BadRequest, false, (exchange, secrets) => exchange.AnswerAsync(400, Envelope(1234, $"you sent {secrets}")));
        yield return Echo("400 whose message hides the credential", CniErrorKind.BadRequest, false, (exchange, secrets) =>
            exchange.AnswerAsync(400, Envelope(1234, $"you sent {secrets.Replace("-", "-\\u200B").Replace(" ", " \\u200B")}")));
        yield return Echo("400 with HTML that repeats the credential", CniErrorKind.BadRequest, false, (exchange, secrets) => exchange.AnswerAsync(400, $"<html><title>{secrets}</title></html>"));
        yield return Echo("400 with broken JSON that repeats the escaped credential", CniErrorKind.BadRequest, false, (exchange, secrets) =>
            exchange.AnswerAsync(400, $"{{\"errors\":[\"you sent {secrets.Replace("/", "\\/")} or {Uri.EscapeDataString(secrets)}"));
        yield return Echo("a reason phrase that repeats the credential", CniErrorKind.BadRequest, false, (exchange, secrets) =>
            exchange.EndAsync($"HTTP/1.1 400 you sent {secrets}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        yield return Echo("headers that repeat the credential", CniErrorKind.BadRequest, false, (exchange, secrets) =>
            exchange.EndAsync($"HTTP/1.1 400 No\r\ncf-ray: {secrets}\r\nWWW-Authenticate: {secrets}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        yield return Echo("a redirect to an address with the credential", CniErrorKind.InvalidResponse, false, (exchange, secrets) =>
            exchange.AnswerAsync(302, "", $"Location: /?{Uri.EscapeDataString(secrets)}\r\n"));
        yield return NoHttp("a status line that is the credential", exchange => exchange.EndAsync($"{exchange.Request.Secrets()}\r\n\r\n"), echoes: true);
        yield return NoHttp("a header line that is the credential", exchange => exchange.EndAsync($"HTTP/1.1 200 OK\r\n{exchange.Request.Secrets()}\r\n\r\n"), echoes: true);
        yield return Echo("a chunk length that is the credential", CniErrorKind.InvalidResponse, true, (exchange, secrets) =>
            exchange.EndAsync(Head("Transfer-Encoding: chunked") + secrets + "\r\n\r\n"));
        yield return Echo("200 with success: false that repeats the credential", CniErrorKind.InvalidResponse, false, (exchange, secrets) =>
            exchange.AnswerAsync(200, Envelope(1234, $"you sent {secrets}")));
        yield return Echo("200 with HTML that repeats the credential", CniErrorKind.InvalidResponse, true, (exchange, secrets) => exchange.AnswerAsync(200, $"<html>{secrets}</html>"));
        yield return Echo("JSON truncated after the credential", CniErrorKind.InvalidResponse, true, (exchange, secrets) =>
            exchange.AnswerAsync(200, $"{{\"{secrets}\":{{\"{secrets}\":\"{secrets}"));
    }

    private static Task CloseAsync(Exchange exchange, ApiOperation operation, FaultContext context)
    {
        exchange.Close();
        return Task.CompletedTask;
    }

    private static Fault Reset() => new("reset before the response", CniErrorKind.ConnectionFailed, (exchange, _, _) =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    })
    { Passes = true, IsLost = true };

    private static Fault Closed() => new("closed before the response", CniErrorKind.ConnectionFailed, CloseAsync) { Passes = true, IsLost = true, IsHidden = true };

    private static Fault Silence() => new("no response", CniErrorKind.Timeout, (exchange, _, context) =>
    {
        context.Hang();
        return exchange.WaitForCloseAsync();
    })
    { Passes = true, IsLost = true, TimesOut = true };

    private static Fault Garbage(string name, string bytes) => NoHttp(name, exchange => exchange.EndAsync(bytes), echoes: false);

    private static Fault NoHttp(string name, Func<Exchange, Task> act, bool echoes) => new(name, CniErrorKind.InvalidResponse, (exchange, _, _) => act(exchange))
    {
        IsLost = true,
        Echoes = echoes,
        DesktopKind = CniErrorKind.ConnectionFailed,
    };

    private static Fault Refusal(int status, CniErrorKind kind) => Status(status, kind);

    private static Fault Status(int status, CniErrorKind kind, bool passes = false, bool isLost = false) =>
        new(status.ToString(CultureInfo.InvariantCulture), kind, (exchange, _, _) => exchange.AnswerAsync(status, Envelope(1234, "no"))) { Passes = passes, IsLost = isLost };

    private static Fault Blocking(string name, int status, string html, string headers = "") =>
        new(name, CniErrorKind.Blocked, (exchange, _, _) => exchange.AnswerAsync(status, html, headers));

    private static Fault Asking(string name, int status, CniErrorKind kind, Func<DateTimeOffset, string> after, TimeSpan? wait) =>
        new(name, kind, (exchange, _, context) => exchange.AnswerAsync(status, Envelope(1234, "busy"), $"Retry-After: {after(context.Now())}\r\n"))
        {
            Passes = wait is not null,
            IsLost = status != 429,
            RetryAfter = wait,
        };

    // The server doesn't ask for a wait, so the usual waits are the minimum.
    private static Fault Hurrying(string name, int status, CniErrorKind kind, Func<DateTimeOffset, string> after) =>
        new(name, kind, (exchange, _, context) => exchange.AnswerAsync(status, Envelope(1234, "busy"), $"Retry-After: {after(context.Now())}\r\n"))
        {
            Passes = true,
            IsLost = status != 429,
        };

    private static Fault Body(string name, Func<ApiOperation, string> body, AnswerShape[]? spares = null) =>
        new(name, CniErrorKind.InvalidResponse, (exchange, operation, _) => exchange.AnswerAsync(200, body(operation))) { IsLost = true, Spares = spares ?? [] };

    private static Fault Lost(string name, Func<Exchange, ApiOperation, FaultContext, Task> act) => new(name, CniErrorKind.InvalidResponse, act) { IsLost = true };

    // A response that doesn't begin like a PDF isn't read further.
    private static Fault TooLarge(string name, CniErrorKind? pdfKind, Func<Exchange, ApiOperation, FaultContext, Task> act) =>
        new(name, CniErrorKind.ResponseTooLarge, act) { IsLost = true, PdfKind = pdfKind };

    private static Fault Letter(string name, CniErrorKind kind, Func<Exchange, ApiOperation, FaultContext, Task> act) => new(name, kind, act) { Only = [AnswerShape.Pdf] };

    private static Fault Cursors(string name, int pages, Func<int, int> next, bool hasItems = true) => new(name, CniErrorKind.InvalidResponse, (exchange, operation, _) =>
    {
        string query = exchange.Request.Target.Split('?').Last();
        int cursor = query.StartsWith("cursor=", StringComparison.Ordinal) ? int.Parse(query.Substring("cursor=".Length).Split('&')[0], CultureInfo.InvariantCulture) : 0;
        return exchange.AnswerAsync(200, SampleApi.Page(next(cursor), hasItems ? [operation.Item] : []));
    })
    { Only = [AnswerShape.List], Pages = pages };

    private static Fault Times(string name, int strikes, Fault fault, Fault? then = null) => fault.Striking(name, strikes, then);

    private static Fault Echo(string name, CniErrorKind kind, bool isLost, Func<Exchange, string, Task> act) =>
        new(name, kind, (exchange, _, _) => act(exchange, exchange.Request.Secrets())) { IsLost = isLost, Echoes = true };

    private static string Head(string header) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{header}\r\n\r\n";

    private static string Envelope(int code, string message) =>
        $"{{\"success\":false,\"errors\":[{{\"code\":{code},\"message\":\"{message}\"}}],\"messages\":[],\"result\":null}}";

    private static string Nested() => "{\"items\":" + new string('[', 100_000) + new string(']', 100_000) + "}";

    private static Task SendHalfAsync(Exchange exchange, ApiOperation operation)
    {
        byte[] body = operation.Good.Content;
        return exchange.SendBytesAsync(Head($"Content-Length: {body.Length}") + Encoding.ASCII.GetString(body, 0, body.Length / 2));
    }

    private static async Task SendForEverAsync(Exchange exchange)
    {
        exchange.Buffer(4 * Mebibyte);
        while (true)
        {
            await exchange.SendAsync(Block).ConfigureAwait(false);
        }
    }

    private static byte[] MakeBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            for (int i = 0; i <= LimitInMebibytes; i++)
            {
                gzip.Write(Block, 0, Block.Length);
            }
        }

        return packed.ToArray();
    }
}
