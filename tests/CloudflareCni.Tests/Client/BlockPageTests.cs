using System;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>A page instead of the API's response is about the way to the API, not about permissions.</summary>
public sealed class BlockPageTests : ClientTest
{
    private const string Attention =
        "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>";

    private const string Challenge = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><script src=\"/cdn-cgi/challenge-platform/x\"></script></body></html>";
    private const string Proxy = "<html><head><title>Web filter</title></head><body>This category is not allowed.</body></html>";
    private const string Busy = "<html><head><title>503 Service Temporarily Unavailable</title></head><body>nginx</body></html>";
    private const string Limited = "<html><head><title>Access to api.cloudflare.com was rate limited</title></head><body>Error 1015</body></html>";

    // The status, the body, cf-mitigated, and the expected kind.
    public static TheoryData<int, string, string?, CniErrorKind> Answers() => new()
    {
        { 403, Attention, null, CniErrorKind.Blocked },
        { 403, Challenge, "challenge", CniErrorKind.Blocked },
        { 403, Proxy, null, CniErrorKind.Blocked },
        { 403, " \r\n" + Proxy, null, CniErrorKind.Blocked },
        { 403, "error code: 1020", null, CniErrorKind.Blocked },
        { 403, "error code: 1006\n", null, CniErrorKind.Blocked },
        { 403, "", "challenge", CniErrorKind.Blocked },
        { 403, """{"errors":[]}""", "block", CniErrorKind.Blocked },
        { 503, Challenge, null, CniErrorKind.Blocked },
        { 429, Challenge, null, CniErrorKind.Blocked },
        { 429, "", "challenge", CniErrorKind.Blocked },
        { 403, "", null, CniErrorKind.AccessDenied },
        { 403, "you may not", null, CniErrorKind.AccessDenied },
        { 403, """{"success":false,"errors":[{"code":10000,"message":"error 1020 or not"}]}""", null, CniErrorKind.AccessDenied },
        { 503, Busy, null, CniErrorKind.ServerError },
        { 429, Limited, null, CniErrorKind.RateLimited },
        { 429, "error code: 1015", null, CniErrorKind.RateLimited },
        { 500, Attention, null, CniErrorKind.ServerError },
        { 404, Proxy, null, CniErrorKind.NotFound },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_challenge_or_block_page_is_not_a_response_of_the_API(int status, string body, string? mitigated, CniErrorKind kind)
    {
        ScriptedAnswer reply = ScriptedAnswer.Html(body, status).With("cf-ray", Ray);

        CniApiException failure = await FailAsync(mitigated is null ? reply : reply.With("cf-mitigated", mitigated));

        Assert.Equal((kind, status, Ray), (failure.Kind, failure.StatusCode, failure.Ray));
        Assert.Equal(kind == CniErrorKind.Blocked, failure.Message.Contains("didn't reach Cloudflare's API", StringComparison.Ordinal));
        Assert.Contains(Ray, failure.Message, StringComparison.Ordinal);
        if (kind == CniErrorKind.Blocked)
        {
            Assert.False(failure.MayHaveHappened);
            Assert.False(failure.IsTransient);
        }
    }

    [Theory]
    [InlineData("attention required")]
    [InlineData("Just a Moment")]
    [InlineData("you have been BLOCKED")]
    [InlineData("access denied")]
    [InlineData("cf-error-details")]
    [InlineData("challenge-platform")]
    [InlineData("cf-chl-")]
    public void Each_mark_of_a_page_counts_in_HTML_only(string mark)
    {
        Assert.True(IsMatch(503, $"<html>{mark}</html>"));
        Assert.False(IsMatch(503, $"a text with {mark}"));
        Assert.False(IsMatch(500, $"<html>{mark}</html>"));
    }

    [Theory]
    [InlineData(1006)]
    [InlineData(1007)]
    [InlineData(1008)]
    [InlineData(1009)]
    [InlineData(1010)]
    [InlineData(1012)]
    [InlineData(1020)]
    [InlineData(1106)]
    public void Each_code_of_a_block_counts_in_any_text(int code)
    {
        Assert.True(IsMatch(403, $"error code: {code}"));
        Assert.True(IsMatch(429, $"Error {code} Ray ID"));
        Assert.True(IsMatch(503, $"<html><h1>Error {code}</h1></html>"));
        Assert.False(IsMatch(503, $"{{\"message\":\"error code: {code}\"}}"));
        Assert.False(IsMatch(403, $"request {code} was refused"));
        Assert.False(IsMatch(503, $"[\"error code: {code}\"]"));
    }

    private static bool IsMatch(int status, string body) => BlockPage.IsMatch(status, " ", Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task The_message_for_a_block_page()
    {
        CniApiException failure = await FailAsync(ScriptedAnswer.Html(Attention, 403).With("cf-ray", Ray));
        CniApiException bare = await FailAsync(ScriptedAnswer.Empty(403).With("cf-mitigated", "challenge"));

        string path = $"/accounts/{AccountId}/cni/settings";
        Assert.Equal(
            $"A challenge or block page (it says: Attention Required! | Cloudflare) answered GET {path} with HTTP 403, so the request didn't reach Cloudflare's API. (cf-ray: {Ray})",
            failure.Message);
        Assert.Equal($"A challenge or block page answered GET {path} with HTTP 403, so the request didn't reach Cloudflare's API.", bare.Message);
    }
}
