using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using CloudflareCni.Client;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>Tests what each cause of a failure becomes, those of .NET Framework and of networks that no test server can imitate included.</summary>
public sealed class ExceptionFactoryTests
{
    private const string Server = "cni.example:8443";

    private static readonly CniClientOptions Options = new()
    {
        BaseAddress = new Uri($"https://{Server}/v4"),
        Credential = CniCredential.FromToken("the-secret-token"),
    };

    private static readonly ApiExceptionFactory Factory = new(Options);
    private static readonly ApiRequest Request = ApiRequest.Get("/x");

    public static TheoryData<Exception, CniErrorKind, bool, string> Causes() => new()
    {
        // The request can't have been sent.
        { new AuthenticationException("words"), CniErrorKind.TlsFailed, true, $"A secure connection to {Server} couldn't be established for GET /x: words." },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "words"), CniErrorKind.TlsFailed, true, $"A secure connection to {Server} couldn't be established for GET /x: words." },
        { new WebException("words", WebExceptionStatus.TrustFailure), CniErrorKind.TlsFailed, true, $"A secure connection to {Server} couldn't be established for GET /x: words." },
        { new WebException("words", WebExceptionStatus.SecureChannelFailure), CniErrorKind.TlsFailed, true, $"A secure connection to {Server} couldn't be established for GET /x: words." },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "words"), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new HttpRequestException(HttpRequestError.ConnectionError, "words"), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "words"), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new WebException("words", WebExceptionStatus.NameResolutionFailure), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new WebException("words", WebExceptionStatus.ProxyNameResolutionFailure), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new WebException("words", WebExceptionStatus.ConnectFailure), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: words." },
        { new SocketException((int)SocketError.ConnectionRefused), CniErrorKind.ConnectionFailed, true, $"The connection to {Server} was refused (GET /x)." },
        { new SocketException((int)SocketError.HostNotFound), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: " },
        { new SocketException((int)SocketError.NoData), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: " },
        { new SocketException((int)SocketError.TryAgain), CniErrorKind.ConnectionFailed, true, $"A connection to {Server} couldn't be established for GET /x: " },

        // It may have been sent.
        { new SocketException((int)SocketError.HostUnreachable), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: " },
        { new SocketException((int)SocketError.NetworkUnreachable), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: " },
        { new SocketException((int)SocketError.ConnectionReset), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: " },
        { new HttpRequestException(HttpRequestError.ResponseEnded, "words"), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: words." },
        { new WebException("words", WebExceptionStatus.ReceiveFailure), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: words." },
        { new WebException("words", WebExceptionStatus.Timeout), CniErrorKind.Timeout, false, $"The connection to {Server} timed out for GET /x: words." },
        { new HttpRequestException(HttpRequestError.InvalidResponse, "words"), CniErrorKind.InvalidResponse, false, $"{Server} didn't answer GET /x with HTTP: words." },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "words"), CniErrorKind.InvalidResponse, false, $"{Server} didn't answer GET /x with HTTP: words." },
        { new WebException("words", WebExceptionStatus.ServerProtocolViolation), CniErrorKind.InvalidResponse, false, $"{Server} didn't answer GET /x with HTTP: words." },
        { new WebException("words", WebExceptionStatus.MessageLengthLimitExceeded), CniErrorKind.InvalidResponse, false, $"{Server} didn't answer GET /x with HTTP: words." },
        { new InvalidOperationException("words."), CniErrorKind.ConnectionFailed, false, $"{Server} didn't respond to GET /x: words." },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void The_cause_decides_whether_the_request_can_have_been_sent(Exception cause, CniErrorKind kind, bool neverSent, string message)
    {
        foreach (Exception outer in new[] { cause, new HttpRequestException("outer", cause), new HttpRequestException("outer", new IOException("middle", cause)) })
        {
            CniApiException failure = Factory.NoAnswer(Request, outer);

            Assert.Equal((kind, neverSent), (failure.Kind, failure.NeverSent));
            Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("outer", failure.Message, StringComparison.Ordinal);
            Assert.Same(outer, failure.InnerException);
            Assert.Null(failure.StatusCode);
        }
    }

    [Fact]
    public void The_words_are_those_of_the_innermost_exception_that_says_something()
    {
        Assert.EndsWith(": inner.", Factory.NoAnswer(Request, new HttpRequestException("outer", new IOException("inner"))).Message, StringComparison.Ordinal);
        Assert.EndsWith(": inner.", Factory.NoAnswer(Request, new IOException("outer", new IOException("inner"))).Message, StringComparison.Ordinal);
        Assert.EndsWith(": outer.", Factory.NoAnswer(Request, new IOException("outer")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proxy_that_requires_a_password_is_named_if_its_address_is_known()
    {
        var cause = new HttpRequestException(HttpRequestError.ProxyTunnelError, "words", statusCode: HttpStatusCode.ProxyAuthenticationRequired);
        var withProxy = new ApiExceptionFactory(Options with { Proxy = CniProxy.Read(new Uri("http://proxy.example:3128")) });

        CniApiException known = withProxy.NoAnswer(Request, new HttpRequestException("outer", cause));
        CniApiException unknown = Factory.NoAnswer(Request, cause);

        Assert.Equal((CniErrorKind.ProxyAuthenticationFailed, 407, false), (known.Kind, known.StatusCode, known.MayHaveHappened));
        Assert.Equal("The proxy proxy.example:3128 requires a user name and password, or didn't accept the ones it was given (HTTP 407, GET /x).", known.Message);
        Assert.StartsWith("The proxy requires", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(CniErrorKind.ConnectionFailed, Factory.NoAnswer(Request, new HttpRequestException("words", null, HttpStatusCode.BadGateway)).Kind);
    }

    public static TheoryData<Exception, CniErrorKind> Breaks() => new()
    {
        { new SocketException((int)SocketError.ConnectionReset), CniErrorKind.ConnectionFailed },
        { new HttpIOException(HttpRequestError.ResponseEnded), CniErrorKind.ConnectionFailed },
        { new WebException("words", WebExceptionStatus.ConnectionClosed), CniErrorKind.ConnectionFailed },
        { new WebException("words", WebExceptionStatus.ReceiveFailure), CniErrorKind.ConnectionFailed },
        { new HttpIOException(HttpRequestError.InvalidResponse), CniErrorKind.InvalidResponse },
        { new WebException("words", WebExceptionStatus.ServerProtocolViolation), CniErrorKind.InvalidResponse },
        { new InvalidDataException("words"), CniErrorKind.InvalidResponse },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_body_that_ended_early_is_a_failure_of_the_connection_and_invalid_content_is_not(Exception cause, CniErrorKind kind)
    {
        foreach (Exception outer in new[] { cause, new IOException("outer", cause) })
        {
            CniApiException failure = Factory.BrokenBody(Request, 200, "ray", outer);

            Assert.Equal((kind, 200, "ray"), (failure.Kind, failure.StatusCode, failure.Ray));
            Assert.StartsWith("The response to GET /x (HTTP 200) ended early or can't be read: ", failure.Message, StringComparison.Ordinal);
            Assert.EndsWith(". (cf-ray: ray)", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1000, CniErrorKind.AuthenticationFailed)]
    [InlineData(6003, CniErrorKind.AuthenticationFailed)]
    [InlineData(9103, CniErrorKind.AuthenticationFailed)]
    [InlineData(10000, CniErrorKind.AuthenticationFailed)]
    [InlineData(10001, CniErrorKind.AuthenticationFailed)]
    [InlineData(9109, CniErrorKind.AccessDenied)]
    [InlineData(7003, CniErrorKind.NotFound)]
    [InlineData(971, CniErrorKind.RateLimited)]
    [InlineData(1, CniErrorKind.InvalidResponse)]
    [InlineData(null, CniErrorKind.InvalidResponse)]
    public void The_first_known_code_decides_if_the_status_says_success(int? code, CniErrorKind kind)
    {
        CniApiException failure = Factory.NoSuccess(Request, 200, null, [new CniApiError(2, "other"), new CniApiError(code, "words")]);

        Assert.Equal((kind, 200), (failure.Kind, failure.StatusCode));
        Assert.StartsWith("Cloudflare says: other (2); words", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(" (GET /x failed, despite HTTP 200).", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_without_errors_says_that_it_failed() =>
        Assert.Equal("Cloudflare reports that GET /x failed, despite HTTP 200.", Factory.NoSuccess(Request, 200, null, []).Message);

    [Fact]
    public void A_code_is_shown_unless_it_repeats_the_status()
    {
        Assert.Equal(
            "Cloudflare says: code 7; taken; words (8) (HTTP 409, GET /x).",
            Factory.Status(Request, 409, null, [new CniApiError(7, ""), new CniApiError(409, "taken"), new CniApiError(8, "words")], null).Message);
        Assert.Equal("Cloudflare answered GET /x with HTTP 300, a redirect that isn't followed.", Factory.Status(Request, 300, null, [], null).Message);
        Assert.Equal("Cloudflare answered GET /x with HTTP 302, a redirect that isn't followed.", Factory.Status(Request, 302, null, [], null).Message);
        Assert.Equal("Cloudflare says: moved (HTTP 399, a redirect that isn't followed, GET /x).", Factory.Status(Request, 399, null, [new CniApiError(null, "moved")], null).Message);
        Assert.Equal("Cloudflare answered GET /x with HTTP 400.", Factory.Status(Request, 400, null, [], null).Message);
    }

    [Fact]
    public void An_error_of_the_credential_is_found_among_others() =>
        Assert.Equal(CniErrorKind.AuthenticationFailed, Factory.Status(Request, 400, null, [new CniApiError(1, "other"), new CniApiError(6003, "words")], null).Kind);

    [Fact]
    public void A_status_of_the_proxy_is_not_one_of_Cloudflare() =>
        Assert.StartsWith("The proxy requires a user name and password", Factory.Status(Request, 407, null, [new CniApiError(null, "words")], null).Message, StringComparison.Ordinal);

    [Fact]
    public void A_timeout_says_whether_a_part_of_the_response_arrived()
    {
        var cause = new OperationCanceledException();

        CniApiException none = Factory.Timeout(Request, TimeSpan.FromSeconds(1.2345), null, null, cause);
        CniApiException part = Factory.Timeout(Request, TimeSpan.FromSeconds(60), 200, "ray", cause);

        Assert.Equal("There was no response to GET /x within 1.235 seconds.", none.Message);
        Assert.Equal("The response to GET /x wasn't complete within 60 seconds. (cf-ray: ray)", part.Message);
        Assert.All([none, part], failure => Assert.Equal(CniErrorKind.Timeout, failure.Kind));
    }

    [Fact]
    public void The_messages_for_limits_name_them()
    {
        Assert.Equal(
            "GET /x wasn't sent. The rate limit allows it in 62 seconds, but the maximum wait is 60 seconds.",
            Factory.RateLimitExceeded(Request, TimeSpan.FromSeconds(61.2)).Message);
        Assert.Equal("The response to GET /x (HTTP 200) is larger than 64 MiB, so it wasn't read completely.", Factory.TooLarge(Request, 200, null).Message);
        Assert.Equal("The response to GET /x (HTTP 200) ended after 5 of 10 bytes.", Factory.ResponseTruncated(Request, 200, null, 5, 10).Message);
        Assert.Equal("The response to GET /x (HTTP 200) isn't valid: items is null.", Factory.Unusable(Request, 200, null, "items is null.").Message);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, true)]
    public void A_long_address_is_shortened(int length, bool isShortened)
    {
        string target = "/" + new string('x', length - 1);

        string message = Factory.Unusable(ApiRequest.Delete(target), 200, null, "words").Message;

        Assert.Contains($"DELETE {(isShortened ? target[..400] + "…" : target)} (HTTP", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cause_that_contains_a_secret_is_not_kept()
    {
        ApiRequest request = ApiRequest.Post("/x", [], "the-md5-key", null);

        Assert.Null(Factory.NoAnswer(Request, new InvalidOperationException("Bearer the-secret-token")).InnerException);
        Assert.Null(Factory.NoAnswer(request, new InvalidOperationException("{the-md5-key}")).InnerException);
        Assert.NotNull(Factory.NoAnswer(Request, new InvalidOperationException("{the-md5-key}")).InnerException);
        Assert.EndsWith(": {***}.", Factory.NoAnswer(request, new InvalidOperationException("{the-md5-key}")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("8f3c-FRA", "8f3c-FRA")]
    [InlineData("the-secret-token", "***")]
    public void A_cf_ray_header_is_cleaned(string? header, string? ray) => Assert.Equal(ray, Factory.Ray(Request, header));

    [Fact]
    public void A_long_cf_ray_header_is_shortened() => Assert.Equal(65, Factory.Ray(Request, new string('x', 100))!.Length);

    [Fact]
    public void The_error_for_a_block_page_has_the_words_of_the_page()
    {
        CniApiException silent = Factory.Blocked(Request, 403, null, []);
        CniApiException speaking = Factory.Blocked(Request, 403, null, [new CniApiError(null, "Attention"), new CniApiError(null, "More.")]);

        Assert.StartsWith("A challenge or block page answered GET /x with HTTP 403", silent.Message, StringComparison.Ordinal);
        Assert.StartsWith("A challenge or block page (it says: Attention; More) answered GET /x with HTTP 403", speaking.Message, StringComparison.Ordinal);
        Assert.All([silent, speaking], failure => Assert.Equal(CniErrorKind.Blocked, failure.Kind));
    }

    [Fact]
    public void Every_error_is_named_up_to_a_length()
    {
        CniApiError[] errors = [.. Enumerable.Range(0, 100).Select(number => new CniApiError(null, $"error {number}"))];

        string message = Factory.Status(Request, 400, null, errors, null).Message;

        Assert.StartsWith("Cloudflare says: error 0; error 1; error 2;", message, StringComparison.Ordinal);
        Assert.Contains("…", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 600, 700);
    }
}
