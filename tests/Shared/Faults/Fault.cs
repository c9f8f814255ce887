using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>A fault in a request, and its expected consequences. The expected result of each operation follows from these properties.</summary>
/// <param name="name">Its name in docs/reliability.md.</param>
/// <param name="kind">The error of an affected request, or <see langword="null"/> if the request succeeds.</param>
/// <param name="act">The behavior of the server.</param>
internal sealed class Fault(string name, CniErrorKind? kind, Func<Exchange, ApiOperation, FaultContext, Task> act)
{
    /// <summary>The default number of retries.</summary>
    public const int Retries = 4;

    private const int HiddenTries = 4;

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>The shortest wait before a retry, even if the server asks for a shorter one.</summary>
    public static readonly TimeSpan MinBackoff = TimeSpan.FromSeconds(0.375);

    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(8);

    public string Name { get; } = name;

    /// <summary>Gets a value indicating whether the fault is transient, so that a request that is safe to repeat is retried.</summary>
    public bool Passes { get; init; }

    /// <summary>Gets a value indicating whether the server may have carried out the request without a response that says so.</summary>
    public bool IsLost { get; init; }

    /// <summary>Gets a value indicating whether the request certainly wasn't sent, so that even a creation is retried.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Gets a value indicating whether it affects every connection to the server, before a request is read.</summary>
    public bool IsTls { get; init; }

    /// <summary>Gets a value indicating whether it affects only a connection that has served a request before.</summary>
    public bool NeedsKept { get; init; }

    /// <summary>Gets a value indicating whether each occurrence lasts until the client's timeout.</summary>
    public bool TimesOut { get; init; }

    /// <summary>Gets a value indicating whether .NET itself resends a request without a body, up to three times, before the client sees the failure.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets the number of times that it occurs before the server recovers or <see cref="Then"/> occurs, or <see langword="null"/> for always.</summary>
    public int? Strikes { get; init; }

    /// <summary>Gets the fault that follows, or <see langword="null"/> if the server recovers.</summary>
    public Fault? Then { get; init; }

    /// <summary>Gets the wait that the server asks for, or <see langword="null"/> if it doesn't ask for one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets a value indicating whether it repeats secrets, which must not appear in a log.</summary>
    public bool Echoes { get; init; }

    /// <summary>Gets the error for an LOA, if it differs from the others.</summary>
    public CniErrorKind? PdfKind { get; init; }

    /// <summary>Gets the error of the Desktop build, if .NET Framework reports less. In that case, the build doesn't know that nothing was sent.</summary>
    public CniErrorKind? DesktopKind { get; init; }

    /// <summary>Gets the number of requests that an operation sends without retries.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>Gets the shapes that it affects, or <see langword="null"/> for all.</summary>
    public IReadOnlyList<AnswerShape>? Only { get; init; }

    /// <summary>Gets the shapes that it doesn't affect.</summary>
    public IReadOnlyList<AnswerShape> Spares { get; init; } = [];

    /// <summary>Returns the same fault with a limited number of occurrences.</summary>
    public Fault Striking(string name, int strikes, Fault? then) => new(name, kind, act)
    {
        Passes = Passes,
        IsLost = IsLost,
        NeverSent = NeverSent,
        TimesOut = TimesOut,
        Strikes = strikes,
        Then = then,
    };

    public Task ActAsync(Exchange exchange, ApiOperation operation, FaultContext context) => act(exchange, operation, context);

    public bool Befalls(ApiOperation operation) => Only is null || Contains(Only, operation.Shape);

    /// <summary>Returns the error of an affected request, or <see langword="null"/> for success.</summary>
    public CniErrorKind? KindFor(ApiOperation operation) => Contains(Spares, operation.Shape) ? null : operation.Shape switch
    {
        AnswerShape.Pdf => PdfKind ?? kind,

        // An account without Magic Transit and Magic WAN has nothing to show, which isn't a failure.
        AnswerShape.Magic when kind is CniErrorKind.AccessDenied or CniErrorKind.NotFound => null,
        _ => kind,
    };

    /// <summary>Returns the expected result of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isApplied">true if the server carries out the request before the fault; otherwise, false.</param>
    public Expectation Expect(ApiOperation operation, bool isApplied)
    {
        if (KindFor(operation) is not { } met)
        {
            return new Expectation(null, Pages, 0, TimeSpan.Zero);
        }

        if (operation.Creates && !NeverSent)
        {
            CniErrorKind? end = !IsLost ? met : isApplied && operation.IsRecognised ? null : CniErrorKind.OutcomeUnknown;
            return new Expectation(end, 1, 0, TimesOut ? Timeout : TimeSpan.Zero);
        }

        // A list that is refused could be refused because of its page size, so it's requested once more without one.
        bool isAskedAgain = met == CniErrorKind.BadRequest && operation.Shape == AnswerShape.List;
        return Passes ? ExpectRetries(operation, met) : new Expectation(met, isAskedAgain ? Pages + 1 : Pages, 0, TimeSpan.Zero);
    }

    private Expectation ExpectRetries(ApiOperation operation, CniErrorKind met)
    {
        int strikes = Math.Min(Strikes ?? int.MaxValue, Retries + 1);
        int waits = Math.Min(strikes, Retries);
        int seen = NeverSent ? 0 : IsHidden && operation.Method == "GET" ? strikes * HiddenTries : strikes;
        TimeSpan longest = TimeSpan.FromTicks((RetryAfter ?? MaxBackoff).Ticks * waits + (TimesOut ? Timeout.Ticks * strikes : 0));
        if (strikes > Retries)
        {
            return new Expectation(met, seen, waits, longest);
        }

        if (Then is null)
        {
            return new Expectation(null, seen + 1, waits, longest);
        }

        // An object that doesn't exist after an attempt that may have removed it was removed.
        Expectation then = Then.Expect(operation, isApplied: false);
        bool isRemoved = operation.Method == "DELETE" && IsLost && then.Kind == CniErrorKind.NotFound;
        return new Expectation(isRemoved ? null : then.Kind, seen + then.Requests, waits + then.Waits, longest + then.Longest);
    }

    private static bool Contains(IEnumerable<AnswerShape> shapes, AnswerShape shape)
    {
        foreach (AnswerShape one in shapes)
        {
            if (one == shape)
            {
                return true;
            }
        }

        return false;
    }
}
