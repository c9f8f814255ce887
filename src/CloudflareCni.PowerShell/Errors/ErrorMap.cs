using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Errors;

/// <summary>The one map from what went wrong to how PowerShell tells it: error id, category, advice, and whether to go on.</summary>
internal static class ErrorMap
{
    // PowerShell 7.5 and later shows the advice on a line of its own; in Windows PowerShell and 7.4 nobody would see it.
    private static readonly bool ShowsAdvice = typeof(ErrorRecord).Assembly.GetName().Version >= new Version(7, 5);

    private static readonly Dictionary<CniErrorKind, Entry> Entries = new()
    {
        [CniErrorKind.InvalidArgument] = new(ErrorCategory.InvalidArgument, "Correct the value and run the command again. Nothing was changed.", IsSaid: true),
        [CniErrorKind.NotConnected] = new(ErrorCategory.ConnectionError, "Run Connect-Cni with a credential, or Connect-Cni -Sandbox to practise.", EndsCommand: true, IsSaid: true),
        [CniErrorKind.WrongConnection] = new(ErrorCategory.InvalidArgument, "Connect to where the object was read, or use its name or ID itself.", IsSaid: true),
        [CniErrorKind.BadRequest] = new(ErrorCategory.InvalidArgument, "Correct what Cloudflare names and run the command again."),
        [CniErrorKind.AuthenticationFailed] = new(
            ErrorCategory.AuthenticationError,
            "Check the token or key: it may be mistyped, expired or revoked, or one given in place of the other. A token goes with Connect-Cni -ApiToken, "
            + "a global API key with -Email and -ApiKey. Connect-Cni with -AccountId, and then Test-CniConnection, tells more.",
            EndsCommand: true),
        [CniErrorKind.AccessDenied] = new(
            ErrorCategory.PermissionDenied,
            "Check the account ID and the token's permissions in that account: to read, and for a LOA, it needs Magic Transit or Magic WAN Read; for every "
            + "change it needs Write. An account without CNI is refused as well, and a token made a moment ago may need a minute. Test-CniConnection shows "
            + "what the credential can read."),
        [CniErrorKind.Blocked] = new(
            ErrorCategory.SecurityError,
            "The credential and its permissions aren't the cause. Check the public address, VPN and proxy that this machine uses, and the firewall (WAF) rules "
            + "that may block or challenge it. If Cloudflare blocks it, give its support the cf-ray.",
            EndsCommand: true),
        [CniErrorKind.NotFound] = new(ErrorCategory.ObjectNotFound, "Check the name or ID, and the account: an interconnect goes by its name, a slot and a CNI by their ID. The Get- cmdlet lists what is there."),
        [CniErrorKind.NameConflict] = new(
            ErrorCategory.ResourceExists,
            "Choose another name. It must be unique among all tunnels of the account, GRE and IPsec tunnels included, so the one that has it may not be in Get-Cni's list."),
        [CniErrorKind.RateLimited] = new(
            ErrorCategory.LimitsExceeded,
            "Wait before the next request: once its limit is reached, Cloudflare refuses every request for five minutes. To let commands wait that long by "
            + "themselves, connect with Connect-Cni -MaximumRetryAfterSec 300.",
            EndsCommand: true),
        [CniErrorKind.ServerError] = new(ErrorCategory.ResourceUnavailable, "Try again later. If it stays, give Cloudflare's support the cf-ray."),
        [CniErrorKind.Timeout] = new(ErrorCategory.OperationTimeout, "Try again, or allow more with Connect-Cni -TimeoutSec."),
        [CniErrorKind.ConnectionFailed] = new(ErrorCategory.ConnectionError, "Check the network, the proxy and the base address."),
        [CniErrorKind.TlsFailed] = new(
            ErrorCategory.SecurityError,
            "Check that the base address is right and that this machine trusts the server's certificate (a proxy may replace it).",
            EndsCommand: true),
        [CniErrorKind.ProxyAuthenticationFailed] = new(
            ErrorCategory.AuthenticationError,
            "Connect again with the proxy's user name and password in -ProxyCredential, or with -ProxyUseDefaultCredentials on Windows.",
            EndsCommand: true),
        [CniErrorKind.InvalidResponse] = new(ErrorCategory.InvalidData, "Check the base address and the proxy: something other than Cloudflare's API may have answered."),
        [CniErrorKind.ResponseTooLarge] = new(ErrorCategory.LimitsExceeded, "Check the base address and the proxy; for a list, ask for less with -PageSize."),
        [CniErrorKind.OutcomeUnknown] = new(
            ErrorCategory.InvalidResult,
            "Look whether it exists before you run the command again: the message says how. For a slot or a conduit name, running it again with "
            + "-ReuseExisting is safe; a GCP partner interconnect would be ordered twice."),
        [CniErrorKind.AlreadyExists] = new(ErrorCategory.ResourceExists, "Use what exists: -ReuseExisting writes it. Or choose another slot or conduit name."),
        [CniErrorKind.SlotOccupied] = new(ErrorCategory.ResourceBusy, "Choose another slot: Get-CniSlot -Occupied $false lists the free ones."),
        [CniErrorKind.WaitTimedOut] = new(ErrorCategory.OperationTimeout, "Wait longer with -TimeoutSec, or see why with Get-CniInterconnectStatus."),
        [CniErrorKind.InterconnectInUse] = new(ErrorCategory.ResourceBusy, "Remove the CNIs first, or add -IncludeCni to remove them along."),
        [CniErrorKind.LoaNotAvailable] = new(ErrorCategory.InvalidOperation, "A GCP partner interconnect has no LOA: its fibre is Google's. Ask for the LOA of a physical one."),
        [CniErrorKind.ConfigurationInvalid] = new(
            ErrorCategory.InvalidData, "Correct the configuration. Test-CniConfiguration shows everything that is wrong with it. Nothing was changed.", IsSaid: true),
        [CniErrorKind.ConfigurationChanged] = new(
            ErrorCategory.ResourceUnavailable, "Run Compare-CniConfiguration to see the difference, and then run the command again.", IsSaid: true),
        [CniErrorKind.ConfigurationRefused] = new(ErrorCategory.InvalidOperation, "Do what the message says, and then run the command again.", IsSaid: true),
        [CniErrorKind.FileFailed] = new(ErrorCategory.WriteError, "Check the path, its permissions and the space on the disk, or add -Force to overwrite."),
        [CniErrorKind.ModuleUnusable] = new(
            ErrorCategory.NotInstalled, "Reinstall CloudflareCni.PowerShell, or start a new PowerShell session.", EndsCommand: true, IsSaid: true),
    };

    /// <summary>Makes the error record.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="target">The resource that it concerns.</param>
    /// <returns>A record with id, category, message and recommended action.</returns>
    public static ErrorRecord ToErrorRecord(CniException exception, object? target)
    {
        Entry entry = Entries[exception.Kind];
        return new ErrorRecord(exception, "Cni" + exception.Kind, entry.Category, target)
        {
            ErrorDetails = new ErrorDetails(Message(exception, ShowsAdvice)) { RecommendedAction = entry.Advice },
        };
    }

    /// <summary>What a person reads on the screen: what happened, to what, and what to do.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="showsAdvice">Whether the engine shows the advice by itself.</param>
    /// <returns>The text. The exception's own message has no advice in it that depends on the engine.</returns>
    public static string Message(CniException exception, bool showsAdvice)
    {
        Entry entry = Entries[exception.Kind];
        return showsAdvice || entry.IsSaid ? exception.Message : $"{exception.Message} {entry.Advice}";
    }

    /// <summary>Whether every further object of the command would fail in the same way.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <returns>True when the command shall end.</returns>
    public static bool EndsCommand(CniException exception) =>
        Entries[exception.Kind].EndsCommand || exception is CniApiException { ServerUnreachable: true };

    // IsSaid: each message of the kind says what to do, better than the advice can.
    private sealed record Entry(ErrorCategory Category, string Advice, bool EndsCommand = false, bool IsSaid = false);
}
