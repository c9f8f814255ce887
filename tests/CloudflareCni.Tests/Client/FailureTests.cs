using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class FailureTests : ClientTest
{
    private const string Path = $"/accounts/{AccountId}/cni/settings";

    public static TheoryData<int, CniErrorKind> Statuses() => new()
    {
        { 300, CniErrorKind.InvalidResponse },
        { 301, CniErrorKind.InvalidResponse },
        { 304, CniErrorKind.InvalidResponse },
        { 308, CniErrorKind.InvalidResponse },
        { 400, CniErrorKind.BadRequest },
        { 401, CniErrorKind.AuthenticationFailed },
        { 403, CniErrorKind.AccessDenied },
        { 404, CniErrorKind.NotFound },
        { 405, CniErrorKind.BadRequest },
        { 408, CniErrorKind.Timeout },
        { 409, CniErrorKind.NameConflict },
        { 413, CniErrorKind.BadRequest },
        { 422, CniErrorKind.BadRequest },
        { 429, CniErrorKind.RateLimited },
        { 500, CniErrorKind.ServerError },
        { 502, CniErrorKind.ServerError },
        { 503, CniErrorKind.ServerError },
        { 522, CniErrorKind.ServerError },
        { 530, CniErrorKind.ServerError },
    };

    [Fact]
    public async Task A_407_comes_from_the_proxy_and_not_from_Cloudflare()
    {
        CniApiException failure = await FailAsync(ScriptedAnswer.Html("<html>The words of the proxy</html>", 407));

        Assert.Equal((CniErrorKind.ProxyAuthenticationFailed, 407, false, false), (failure.Kind, failure.StatusCode, failure.IsTransient, failure.MayHaveHappened));
        Assert.StartsWith("The proxy requires a user name and password", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Cloudflare", failure.Message, StringComparison.Ordinal);
    }

    // The body, and the code and the message in it.
    public static TheoryData<string, int?, string?> Bodies() => new()
    {
        { """{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null}""", 10000, "Authentication error" },
        { """{"errors":["Authentication error"]}""", null, "Authentication error" },
        { """{"errors":[{"message":"Authentication error","code":"1001"}]}""", 1001, "Authentication error" },
        { """{"errors":{"mtu":["is too large"]}}""", null, "mtu: is too large" },
        { """{"errors":"plain"}""", null, "plain" },
        { """{"error":"plain"}""", null, "plain" },
        { """{"error":{"code":7,"message":"nested"}}""", 7, "nested" },
        { """{"error":true,"message":"words"}""", null, "words" },
        { """{"message":"words"}""", null, "words" },
        { """{"code":5,"message":"words"}""", 5, "words" },
        { """{"code":5}""", 5, "" },
        { """{"title":"Conflict","detail":"the name is taken","status":409}""", null, "the name is taken" },
        { """{"title":"Conflict"}""", null, "Conflict" },
        { """{"success":false,"errors":[],"messages":["only a note"]}""", null, "only a note" },
        { """{"something":"else"}""", null, """{"something":"else"}""" },
        { """["one"]""", null, "one" },
        { """  "just text"  """, null, "just text" },
        { "\uFEFF{\"message\":\"marked\"}", null, "marked" },
        { "no JSON\r\nat all\u001b[31m\u0007 \u202Eevil", null, "no JSON at all[31m evil" },
        { "{\"message\":\"cut sho", null, "{\"message\":\"cut sho" },
        { "<!DOCTYPE html><html><head><title>\n 502 Bad &amp; Gateway\n</title></head><body>long</body></html>", null, "502 Bad & Gateway" },
        { "<html><style>a{}</style><script>if(a<b){}</script><body><h1>No&nbsp;way</h1><p>here</p></body></html>", null, "No way here" },
        { "", null, null },
        { "   ", null, null },
        { "null", null, null },
        { "{}", null, null },
        { """{"success":false,"errors":[]}""", null, null },
        { """{"message":"half \ud800"}""", null, """
            "half \ud800"
            """ },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_status_has_a_kind_with_any_body(int status, CniErrorKind kind)
    {
        foreach (TheoryDataRow<string, int?, string?> body in Bodies())
        {
            (string text, int? code, string? words) = body.Data;
            if (status == 403 && text.StartsWith('<'))
            {
                // The API doesn't return HTML pages: see BlockPageTests.
                continue;
            }

            if (status == 304)
            {
                text = "";
                (code, words) = (null, null);
            }

            CniApiException failure = await FailAsync(ScriptedAnswer.Json(text, status).With("CF-RAY", Ray));

            Assert.Equal((kind, status, Ray, "GET", Path), (failure.Kind, failure.StatusCode, failure.Ray, failure.Method, failure.Path));
            Assert.Equal(words is null ? [] : [(code, words)], failure.Errors.Select(error => ((int?)error.Code, error.Message)));
            Assert.Contains($"GET {Path}", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"HTTP {status}", failure.Message, StringComparison.Ordinal);
            Assert.Contains(Ray, failure.Message, StringComparison.Ordinal);
            Assert.Contains(words ?? "", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(failure.Message, char.IsControl);
            Assert.InRange(failure.Message.Length, 1, 1200);
        }
    }

    [Theory]
    [InlineData("""{"success":false,"errors":[{"code":6003,"message":"Invalid request headers","error_chain":[{"code":6111,"message":"Invalid format for Authorization header"}]}],"messages":[],"result":null}""", CniErrorKind.AuthenticationFailed)]
    [InlineData("""{"success":false,"errors":[{"code":6003,"message":"Invalid request headers","error_chain":[{"code":6103,"message":"Invalid format for X-Auth-Key header"}]}],"messages":[],"result":null}""", CniErrorKind.AuthenticationFailed)]
    [InlineData("""{"success":false,"errors":[{"code":1004,"message":"Validation failed"}],"messages":[],"result":null}""", CniErrorKind.BadRequest)]
    public async Task A_credential_in_the_wrong_format_is_an_authentication_failure(string body, CniErrorKind kind) =>
        Assert.Equal(kind, (await FailAsync(ScriptedAnswer.Json(body, 400))).Kind);

    [Fact]
    public async Task The_message_for_a_failure()
    {
        CniApiException failure = await FailAsync(
            ScriptedAnswer.Json("""{"success":false,"errors":[{"code":1001,"message":"No such account."},{"code":1002,"message":"Really not"}]}""", 404).With("cf-ray", Ray));
        CniApiException bare = await FailAsync(ScriptedAnswer.Empty(500));

        Assert.Equal($"Cloudflare says: No such account. (1001); Really not (1002) (HTTP 404, GET {Path}). (cf-ray: {Ray})", failure.Message);
        Assert.Equal($"Cloudflare answered GET {Path} with HTTP 500.", bare.Message);
        Assert.Null(bare.Ray);
    }

    [Fact]
    public async Task A_failure_has_the_method_and_the_query()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Empty(400));
        using CniHttpClient client = Connect(server);

        CniApiException list = await Assert.ThrowsAsync<CniApiException>(
            () => client.For(Call).ListSlotsAsync(new CniSlotFilter("a b"), new CniPageRequest(3), Cancellation));
        CniApiException delete = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).DeleteInterconnectAsync("a/b", Cancellation));

        Assert.Equal(("GET", $"/accounts/{AccountId}/cni/slots?site=a%20b&cursor=3"), (list.Method, list.Path));
        Assert.Equal(("DELETE", $"/accounts/{AccountId}/cni/interconnects/a%2Fb"), (delete.Method, delete.Path));
    }

    [Fact]
    public async Task A_long_text_is_truncated()
    {
        CniApiException text = await FailAsync(new ScriptedAnswer(500, Encoding.UTF8.GetBytes(new string('x', 10_000_000)), "text/plain"));
        CniApiException many = await FailAsync(ScriptedAnswer.Json($"[{string.Join(',', Enumerable.Range(0, 5000).Select(number => $"\"error {number}\""))}]", 500));
        CniApiException one = await FailAsync(ScriptedAnswer.Json($$"""{"message":"{{new string('y', 50_000)}}"}""", 500));

        Assert.InRange(text.Message.Length, 300, 1200);
        Assert.InRange(text.Errors.Single().Message.Length, 300, 1200);
        Assert.InRange(many.Message.Length, 200, 1200);
        Assert.InRange(many.Errors.Count, 1, 100);
        Assert.InRange(one.Errors.Single().Message.Length, 300, 1200);
    }

    [Fact]
    public async Task A_broken_body_does_not_hide_the_status()
    {
        CniApiException failure = await FailAsync(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Json("").With("CF-RAY", Ray).Head(1000));
            exchange.Close();
        });
        CniApiException refused = await FailAsync(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 403 No\r\nContent-Length: 100\r\n\r\n{\"message\":");
            exchange.Close();
        });

        Assert.Equal((CniErrorKind.ConnectionFailed, 200), (failure.Kind, failure.StatusCode));
        Assert.Equal((CniErrorKind.AccessDenied, 403), (refused.Kind, refused.StatusCode));
        Assert.Equal("{\"message\":", refused.Errors.Single().Message);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = ScriptedServer.Answering("{}");
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Empty(status).With("Location", elsewhere.BaseAddress.AbsoluteUri));
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));
        await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).UpdateSettingsAsync(new CniSettings(1, null), Cancellation));

        Assert.Equal((CniErrorKind.InvalidResponse, status), (failure.Kind, failure.StatusCode));
        Assert.Contains("redirect", failure.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("text", "text/plain", "your token {0} is wrong")]
    [InlineData("page", "text/html", "<html><title>Authorization: Bearer {0}</title></html>")]
    [InlineData("envelope", "application/json", "{\"errors\":[{\"code\":1,\"message\":\"{0}\"},{\"message\":\"x{0}{0}\"}]}")]
    [InlineData("object", "application/json", "{\"headers\":{\"Authorization\":\"Bearer {0}\"}}")]
    [InlineData("controls", "text/plain", "{1}")]
    public async Task A_secret_that_the_server_repeats_is_masked(string name, string contentType, string body)
    {
        Assert.NotEmpty(name);
        string broken = string.Join('\u200B', Token.ToCharArray());
        byte[] bytes = Encoding.UTF8.GetBytes(body.Replace("{0}", Token, StringComparison.Ordinal).Replace("{1}", broken, StringComparison.Ordinal));
        foreach (int status in new[] { 200, 400 })
        {
            await using var server = ScriptedServer.Answering(new ScriptedAnswer(status, bytes, contentType).With("cf-ray", $"r-{Token}"));
            using CniHttpClient client = Connect(server);
            CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetCniAsync(SampleAnswers.CniId, Cancellation));

            Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
            Assert.All(failure.Errors, error => Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal));
            Assert.Equal("r-***", failure.Ray);
            if (status == 400)
            {
                Assert.Contains("***", failure.Errors[0].Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_secret_in_a_broken_answer_is_not_repeated()
    {
        CniApiException failure = await FailAsync(async exchange =>
        {
            await exchange.SendAsync($"Bearer {Token}\r\n\r\n");
            exchange.Close();
        });

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.DoesNotContain(Token, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_masked_too()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Json("""{"error":"unknown key the-global-key"}""", 403));
        using var client = new CniHttpClient(new CniClientOptions
        {
            BaseAddress = server.BaseAddress,
            Credential = CniCredential.FromKey("me@example.com", "the-global-key"),
        });

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.Equal("unknown key ***", failure.Errors.Single().Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("secret\n")]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("sécret")]
    public void A_credential_that_a_header_cannot_contain_is_rejected_and_not_repeated(string secret)
    {
        CniArgumentException[] refusals =
        [
            Assert.Throws<CniArgumentException>(() => CniCredential.FromToken(secret)),
            Assert.Throws<CniArgumentException>(() => CniCredential.FromKey("me@example.com", secret)),
            Assert.Throws<CniArgumentException>(() => CniCredential.FromKey(secret, "key")),
        ];

        Assert.Equal(["ApiToken", "ApiKey", "Email"], refusals.Select(refusal => refusal.ParameterName));
        Assert.All(refusals, refusal => Assert.DoesNotContain("cret", refusal.Message, StringComparison.Ordinal));
    }
}
