using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Errors;

/// <summary>Maps each kind of error to its PowerShell representation: error ID, category, advice, and whether the command continues.</summary>
internal static class ErrorMap
{
    // PowerShell 7.5 and later shows the advice on a separate line. Windows PowerShell and PowerShell 7.4 don't show it.
    private static readonly bool ShowsAdvice = typeof(ErrorRecord).Assembly.GetName().Version >= new Version(7, 5);

    private static readonly Dictionary<CniErrorKind, Entry> Entries = new()
    {
        [CniErrorKind.InvalidArgument] = new(ErrorCategory.InvalidArgument, "Correct the value and run the command again. Nothing was changed.", MessageHasAdvice: true),
        [CniErrorKind.NotConnected] = new(ErrorCategory.ConnectionError, "Run Connect-Cni with a credential, or Connect-Cni -Sandbox to practice.", EndsCommand: true, MessageHasAdvice: true),
        [CniErrorKind.WrongConnection] = new(ErrorCategory.InvalidArgument, "Use the connection that the object was read with, or use the name or ID instead of the object.", MessageHasAdvice: true),
        [CniErrorKind.BadRequest] = new(ErrorCategory.InvalidArgument, "Correct the problem that Cloudflare reports, and run the command again."),
        [CniErrorKind.AuthenticationFailed] = new(
            ErrorCategory.AuthenticationError,
            "Check the token or key. It may be mistyped, expired or revoked, or it may be the wrong kind: use Connect-Cni -ApiToken for a token, or -Email "
            + "and -ApiKey for a global API key. For details, use Connect-Cni with -AccountId, and then Test-CniConnection.",
            EndsCommand: true),
        [CniErrorKind.AccessDenied] = new(
            ErrorCategory.PermissionDenied,
            "Check the account ID and the token's permissions in that account. To read, and to save an LOA, the token needs Magic Transit or Magic WAN Read; "
            + "for changes, it needs Write. Access is also denied if the account doesn't have CNI. A new token can take a minute to work. To see what the "
            + "credential can read, use Test-CniConnection."),
        [CniErrorKind.Blocked] = new(
            ErrorCategory.SecurityError,
            "The credential and its permissions aren't the cause. Check this computer's public address, VPN and proxy, and the firewall (WAF) rules that may "
            + "block or challenge it. If Cloudflare blocks the request, give the cf-ray to Cloudflare support.",
            EndsCommand: true),
        [CniErrorKind.NotFound] = new(ErrorCategory.ObjectNotFound, "Check the name or ID, and the account. Interconnects are identified by name, and slots and CNIs by ID. To list what exists, use the Get- cmdlet."),
        [CniErrorKind.NameConflict] = new(
            ErrorCategory.ResourceExists,
            "Choose another name. It must be unique among all tunnels in the account, including GRE and IPsec tunnels, which Get-Cni doesn't list."),
        [CniErrorKind.RateLimited] = new(
            ErrorCategory.LimitsExceeded,
            "Wait before you send another request. When the limit is reached, Cloudflare rejects every request for five minutes. To make commands wait that "
            + "long automatically, use Connect-Cni -MaximumRetryAfterSec 300.",
            EndsCommand: true),
        [CniErrorKind.ServerError] = new(ErrorCategory.ResourceUnavailable, "Try again later. If the problem persists, give the cf-ray to Cloudflare support."),
        [CniErrorKind.Timeout] = new(ErrorCategory.OperationTimeout, "Try again, or use Connect-Cni -TimeoutSec to allow more time."),
        [CniErrorKind.ConnectionFailed] = new(ErrorCategory.ConnectionError, "Check the network, the proxy and the base address."),
        [CniErrorKind.TlsFailed] = new(
            ErrorCategory.SecurityError,
            "Check that the base address is correct and that this computer trusts the server's certificate. A proxy may replace the certificate.",
            EndsCommand: true),
        [CniErrorKind.ProxyAuthenticationFailed] = new(
            ErrorCategory.AuthenticationError,
            "Use Connect-Cni again with -ProxyCredential or, on Windows, with -ProxyUseDefaultCredentials.",
            EndsCommand: true),
        [CniErrorKind.InvalidResponse] = new(ErrorCategory.InvalidData, "Check the base address and the proxy. The response may not be from the Cloudflare API."),
        [CniErrorKind.ResponseTooLarge] = new(ErrorCategory.LimitsExceeded, "Check the base address and the proxy. For a list, use a smaller -PageSize."),
        [CniErrorKind.OutcomeUnknown] = new(
            ErrorCategory.InvalidResult,
            "Before you run the command again, check whether it was created, as the message describes. For a slot or a conduit name, it's safe to run the "
            + "command again with -ReuseExisting. A GCP partner interconnect could be ordered twice."),
        [CniErrorKind.AlreadyExists] = new(ErrorCategory.ResourceExists, "Use -ReuseExisting to return it, or choose another slot or conduit name."),
        [CniErrorKind.SlotOccupied] = new(ErrorCategory.ResourceBusy, "Choose another slot. To list the free slots, use Get-CniSlot -Occupied $false."),
        [CniErrorKind.WaitTimedOut] = new(ErrorCategory.OperationTimeout, "To wait longer, use -TimeoutSec. To see the reason for the state, use Get-CniInterconnectStatus."),
        [CniErrorKind.InterconnectInUse] = new(ErrorCategory.ResourceBusy, "Remove the CNIs first, or use -IncludeCni to remove them as well."),
        [CniErrorKind.LoaNotAvailable] = new(ErrorCategory.InvalidOperation, "Only physical interconnects have an LOA. The fiber of a GCP partner interconnect belongs to Google."),
        [CniErrorKind.ConfigurationInvalid] = new(
            ErrorCategory.InvalidData, "Correct the configuration. To see all errors, use Test-CniConfiguration. Nothing was changed.", MessageHasAdvice: true),
        [CniErrorKind.ConfigurationChanged] = new(
            ErrorCategory.ResourceUnavailable, "To see the differences, use Compare-CniConfiguration. Then run the command again.", MessageHasAdvice: true),
        [CniErrorKind.ConfigurationRefused] = new(ErrorCategory.InvalidOperation, "Follow the advice in the message, and then run the command again.", MessageHasAdvice: true),
        [CniErrorKind.FileFailed] = new(ErrorCategory.WriteError, "Check the path, its permissions and the free disk space."),
        [CniErrorKind.ModuleUnusable] = new(
            ErrorCategory.NotInstalled, "Reinstall CloudflareCni.PowerShell, or start a new PowerShell session.", EndsCommand: true, MessageHasAdvice: true),
    };

    /// <summary>Creates the error record.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="target">The resource that the error concerns.</param>
    /// <returns>A record with the ID, category, message and recommended action.</returns>
    public static ErrorRecord ToErrorRecord(CniException exception, object? target)
    {
        Entry entry = Entries[exception.Kind];
        return new ErrorRecord(exception, "Cni" + exception.Kind, entry.Category, target)
        {
            ErrorDetails = new ErrorDetails(Message(exception, ShowsAdvice)) { RecommendedAction = entry.Advice },
        };
    }

    /// <summary>Gets the text that is shown on the screen: what happened, to what, and what to do.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="showsAdvice"><see langword="true"/> if the engine shows the advice itself; otherwise, <see langword="false"/>.</param>
    /// <returns>The text. The message of the exception itself doesn't depend on the engine.</returns>
    public static string Message(CniException exception, bool showsAdvice)
    {
        Entry entry = Entries[exception.Kind];
        return showsAdvice || entry.MessageHasAdvice ? exception.Message : $"{exception.Message} {entry.Advice}";
    }

    /// <summary>Determines whether every further object of the command would fail in the same way.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns><see langword="true"/> if the command must end; otherwise, <see langword="false"/>.</returns>
    public static bool EndsCommand(CniException exception) =>
        Entries[exception.Kind].EndsCommand || exception is CniApiException { ServerUnreachable: true };

    // MessageHasAdvice: every message of this kind already says what to do, more specifically than the advice.
    private sealed record Entry(ErrorCategory Category, string Advice, bool EndsCommand = false, bool MessageHasAdvice = false);
}
