using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>Something that goes wrong with a request, and what must come of it. What a cell must show follows from these few facts.</summary>
/// <param name="name">What it is called on the page.</param>
/// <param name="kind">What a request ends in that meets it; null when it does no harm.</param>
/// <param name="act">What the server does.</param>
internal sealed class Fault(string name, CniErrorKind? kind, Func<Exchange, ApiOperation, FaultContext, Task> act)
{
    /// <summary>How often a request is tried again unless told otherwise.</summary>
    public const int Retries = 4;

    private const int HiddenTries = 4;

    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>No wait before another try is shorter, whatever the server asks for.</summary>
    public static readonly TimeSpan ShortestBackoff = TimeSpan.FromSeconds(0.375);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    public string Name { get; } = name;

    /// <summary>Whether it may pass, so that a request which does no harm twice is tried again.</summary>
    public bool Passes { get; init; }

    /// <summary>Whether the server may have done what it was asked, though no answer says so.</summary>
    public bool IsLost { get; init; }

    /// <summary>Whether the request provably never left: then even what creates is tried again.</summary>
    public bool NeverSent { get; init; }

    /// <summary>Whether it befalls every connection to the server, before a request is read.</summary>
    public bool IsTls { get; init; }

    /// <summary>Whether it befalls a connection that served a request before.</summary>
    public bool NeedsKept { get; init; }

    /// <summary>Whether .NET runs into the client's timeout with each strike.</summary>
    public bool TimesOut { get; init; }

    /// <summary>Whether .NET itself sends a request without a body again, up to three times, before the client learns of it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>How often it strikes; then all is well, or <see cref="Then"/>. Null for always.</summary>
    public int? Strikes { get; init; }

    /// <summary>What comes behind the strikes; null when all is well.</summary>
    public Fault? Then { get; init; }

    /// <summary>The wait that the server asks for; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it repeats what the client would not like to read in a log.</summary>
    public bool Echoes { get; init; }

    /// <summary>What a LOA ends in, where that is not what all else does.</summary>
    public CniErrorKind? PdfKind { get; init; }

    /// <summary>What the Desktop build makes of it, where its framework tells it less. It then can't know either that nothing was sent.</summary>
    public CniErrorKind? DesktopKind { get; init; }

    /// <summary>How many requests an operation of one shape sends, where that is not a matter of retries.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The shapes that it befalls; null for all.</summary>
    public IReadOnlyList<AnswerShape>? Only { get; init; }

    /// <summary>The shapes that it does no harm.</summary>
    public IReadOnlyList<AnswerShape> Spares { get; init; } = [];

    /// <summary>The same fault, that strikes only so often.</summary>
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

    /// <summary>What one request ends in that meets it; null for success.</summary>
    public CniErrorKind? KindFor(ApiOperation operation) => Contains(Spares, operation.Shape) ? null : operation.Shape switch
    {
        AnswerShape.Pdf => PdfKind ?? kind,

        // An account without Magic Transit and Magic WAN has nothing to show, and that isn't a failure.
        AnswerShape.Magic when kind is CniErrorKind.AccessDenied or CniErrorKind.NotFound => null,
        _ => kind,
    };

    /// <summary>What an operation must end in.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="isApplied">Whether the server did what it was asked before the fault struck.</param>
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

        return Passes ? ExpectRetries(operation, met) : new Expectation(met, Pages, 0, TimeSpan.Zero);
    }

    private Expectation ExpectRetries(ApiOperation operation, CniErrorKind met)
    {
        int strikes = Math.Min(Strikes ?? int.MaxValue, Retries + 1);
        int waits = Math.Min(strikes, Retries);
        int seen = NeverSent ? 0 : IsHidden && operation.Method == "GET" ? strikes * HiddenTries : strikes;
        TimeSpan longest = TimeSpan.FromTicks((RetryAfter ?? LongestBackoff).Ticks * waits + (TimesOut ? Timeout.Ticks * strikes : 0));
        if (strikes > Retries)
        {
            return new Expectation(met, seen, waits, longest);
        }

        if (Then is null)
        {
            return new Expectation(null, seen + 1, waits, longest);
        }

        // What is not there any more after a try that may have removed it was removed.
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
