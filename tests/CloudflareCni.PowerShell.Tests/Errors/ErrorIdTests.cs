using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Clock;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Errors;

/// <summary>The error for each failure, and whether the pipeline continues with the other objects.</summary>
public sealed class ErrorIdTests
{
    private static readonly string[] Two = [Samples.SlotId.ToString(), Samples.CniId.ToString()];

    /// <summary>The status, the error ID, the category, and whether the error ends the command.</summary>
    public static TheoryData<int, string, ErrorCategory, bool> Statuses => new()
    {
        { 400, "CniBadRequest", ErrorCategory.InvalidArgument, false },
        { 401, "CniAuthenticationFailed", ErrorCategory.AuthenticationError, true },
        { 403, "CniAccessDenied", ErrorCategory.PermissionDenied, false },
        { 404, "CniNotFound", ErrorCategory.ObjectNotFound, false },
        { 409, "CniNameConflict", ErrorCategory.ResourceExists, false },
        { 422, "CniBadRequest", ErrorCategory.InvalidArgument, false },
        { 429, "CniRateLimited", ErrorCategory.LimitsExceeded, true },
        { 500, "CniServerError", ErrorCategory.ResourceUnavailable, false },
        { 503, "CniServerError", ErrorCategory.ResourceUnavailable, false },
        { 302, "CniInvalidResponse", ErrorCategory.InvalidData, false },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_status_has_its_error(int status, string id, ErrorCategory category, bool endsCommand)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(status, "the words of the server"));

        ErrorRecord error = Fail(server.Connect(), id, category, endsCommand);

        Assert.Equal(endsCommand ? 1 : 2, server.Requests.Select(request => request.Target).Distinct().Count());
        Assert.Contains($"HTTP {status}", error.ToString());
        Assert.Contains(ScriptedServer.Ray, error.ToString());
        if (status >= 400)
        {
            Assert.Contains("the words of the server (1234)", error.ToString());
        }

        var exception = Assert.IsType<CniApiException>(error.Exception);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(ScriptedServer.Ray, exception.Ray);
        Assert.Equal("GET", exception.Method);
    }

    [Fact]
    public void A_block_page_is_reported_as_a_block_not_as_missing_permissions()
    {
        using var server = ScriptedServer.Always(new ScriptedAnswer(403, "<html><title>Attention Required! | Cloudflare</title></html>") { ContentType = "text/html" });

        ErrorRecord error = Fail(server.Connect(), "CniBlocked", ErrorCategory.SecurityError, endsCommand: true);

        Assert.Contains("didn't reach Cloudflare's API", error.ToString());
        Assert.Contains(ScriptedServer.Ray, error.ToString());
        Assert.Contains("WAF", error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("Magic", error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData(403, "for changes, it needs Write", "if the account doesn't have CNI", "A new token")]
    [InlineData(409, "all tunnels in the account", "GRE and IPsec", "Get-Cni")]
    public void A_rejection_lists_possible_causes(int status, params string[] reasons)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(status, "no"));
        using Session session = server.Connect();

        string? advice = Assert.Single(session.Run($"Get-CniSlot {Two[0]}").Errors).ErrorDetails.RecommendedAction;

        Assert.All(reasons, reason => Assert.Contains(reason, advice));
    }

    [Theory]
    [InlineData("", "text/plain")]
    [InlineData("upstream is gone", "text/plain")]
    [InlineData("<html><title>502 Bad Gateway</title><body>…</body></html>", "text/html")]
    [InlineData("""{"code":502}""", "application/json")]
    public void A_failure_with_any_body_is_reported(string body, string contentType)
    {
        using var server = ScriptedServer.Always(new ScriptedAnswer(502, body) { ContentType = contentType });

        ErrorRecord error = Fail(server.Connect(), "CniServerError", ErrorCategory.ResourceUnavailable, endsCommand: false);

        Assert.Contains("HTTP 502", error.ToString());
    }

    public static TheoryData<string> UnusableAnswers =>
    [
        "",
        "<html>a login page</html>",
        """{"id":"no-guid"}""",
        """{"items":[]""",
        """{"success":false,"errors":[],"messages":[],"result":null}""",
    ];

    [Theory]
    [MemberData(nameof(UnusableAnswers))]
    public void A_response_that_is_not_from_the_API_is_invalid(string body)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(body));

        ErrorRecord error = Fail(server.Connect(), "CniInvalidResponse", ErrorCategory.InvalidData, endsCommand: false);

        Assert.Contains(ScriptedServer.Ray, error.ToString());
    }

    [Fact]
    public void A_truncated_body_is_reported_with_its_cause()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(Samples.SlotJson(1)) with { Truncate = true });

        ErrorRecord error = Fail(server.Connect(), "CniConnectionFailed", ErrorCategory.ConnectionError, endsCommand: false);

        Assert.NotNull(error.Exception.InnerException);
        Assert.Contains("ended", error.ToString());
    }

    [Fact]
    public void A_broken_connection_concerns_one_object()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok("") with { Reset = true });

        ErrorRecord error = Fail(server.Connect(), "CniConnectionFailed", ErrorCategory.ConnectionError, endsCommand: false);

        Assert.NotNull(error.Exception.InnerException);
    }

    [Fact]
    public void A_server_that_refuses_the_connection_ends_the_command()
    {
        ErrorRecord error = Fail(SessionConnections.Connect(ScriptedServer.DeadAddress()), "CniConnectionFailed", ErrorCategory.ConnectionError, endsCommand: true);

        Assert.NotNull(error.Exception.InnerException);
        Assert.Contains("127.0.0.1", error.ToString());
    }

    [Fact]
    public void An_unknown_host_ends_the_command()
    {
        ErrorRecord error = Fail(
            SessionConnections.Connect("https://no-such-host.invalid/client/v4"), "CniConnectionFailed", ErrorCategory.ConnectionError, endsCommand: true);

        Assert.Contains("no-such-host.invalid", error.ToString());
    }

    [Fact]
    public void An_untrusted_certificate_ends_the_command()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Samples.SlotJson(1)), tls: true);

        ErrorRecord error = Fail(server.Connect(), "CniTlsFailed", ErrorCategory.SecurityError, endsCommand: true);

        Assert.NotNull(error.Exception.InnerException);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_server_that_does_not_respond_times_out()
    {
        TestClock? clock = null;
        using var server = new ScriptedServer(_ =>
        {
            clock!.Expire();
            return ScriptedAnswer.Ok("") with { BeforeHeaders = Patience.Signal().Task };
        });
        Session session = server.Connect(timeoutSec: 7);
        clock = session.UseClock(timeoutSec: 7);

        ErrorRecord error = Fail(session, "CniTimeout", ErrorCategory.OperationTimeout, endsCommand: false);

        Assert.Contains("within 7 seconds", error.ToString());
        Assert.NotNull(error.Exception.InnerException);
    }

    [Fact]
    public void A_body_that_does_not_arrive_times_out()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Ok(Samples.SlotJson(1)) with { BeforeBody = Patience.Signal().Task });
        using Session session = server.Connect(timeoutSec: 7);
        TestClock clock = session.UseClock(timeoutSec: 7);
        using System.Management.Automation.PowerShell shell = session.Prepare($"Get-CniSlot {Two[0]} -Verbose");

        // The line shows that the headers have arrived.
        shell.Streams.Verbose.DataAdded += (_, _) => clock.Expire();
        shell.Invoke();

        ErrorRecord error = Assert.Single(shell.Streams.Error);
        Assert.StartsWith("CniTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(ScriptedServer.Ray, error.ToString());
    }

    [Fact]
    public void A_failure_does_not_stop_the_other_objects()
    {
        using var server = new ScriptedServer(request => request.Number == 1
            ? ScriptedAnswer.Failure(404, "no such slot")
            : ScriptedAnswer.Ok(Samples.SlotJson(7)));
        using Session session = server.Connect();

        RunResult result = session.Run("$args[0] | Get-CniSlot", (object)Two);

        Assert.Equal(["CniNotFound"], result.ErrorIds);
        Assert.Equal(Samples.Id(7), result.One<CniSlot>().Id.ToString());
    }

    [Fact]
    public void ErrorAction_Stop_ends_at_the_first_failure()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such slot"));
        using Session session = server.Connect();

        RunResult result = session.Run("$args[0] | Get-CniSlot -ErrorAction Stop", (object)Two);

        Assert.StartsWith("CniNotFound,", result.Terminating!.FullyQualifiedErrorId);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string> Targets => ["Get-CniInterconnect lost", "Get-CniInterconnectStatus lost", "Get-CniLoaName lost", "Remove-CniInterconnect lost -Force", "New-Cni lost -ConduitName x -Mtu 1500"];

    [Theory]
    [MemberData(nameof(Targets))]
    public void The_target_of_an_error_is_the_interconnect(string script)
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(404, "no such interconnect"));
        using Session session = server.Connect();

        ErrorRecord error = Assert.Single(session.Run(script).Errors);

        Assert.Equal("lost", error.TargetObject.ToString());
    }

    private static ErrorRecord Fail(Session session, string id, ErrorCategory category, bool endsCommand)
    {
        using (session)
        {
            RunResult result = session.RunToFirstEnd("$args[0] | Get-CniSlot", (object)Two);

            IReadOnlyList<ErrorRecord> errors = result.AllErrors;
            Assert.Equal(endsCommand ? [id] : [id, id], result.ErrorIds);
            Assert.Equal(endsCommand, result.Terminating is not null);
            Assert.Equal(Two.Take(errors.Count), errors.Select(error => error.TargetObject.ToString()));
            Assert.All(errors, error => Assert.Equal($"{id},CloudflareCni.PowerShell.Commands.GetCniSlotCommand", error.FullyQualifiedErrorId));
            Assert.All(errors, error => Assert.Equal(category, error.CategoryInfo.Category));
            Assert.All(errors, error => Assert.NotEmpty(error.ErrorDetails.RecommendedAction));
            return errors[0];
        }
    }
}
