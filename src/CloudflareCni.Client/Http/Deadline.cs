using System;
using System.Threading;
#if !NET
using System.Threading.Tasks;
#endif

namespace CloudflareCni.Client;

/// <summary>The end of one attempt: the caller's token, or the timeout on the client's clock.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;

    public Deadline(TimeProvider clock, TimeSpan timeout, CancellationToken caller)
    {
        Timeout = timeout;
        _caller = caller;
#if NET
        _timer = new CancellationTokenSource(timeout, clock);
#else
        _timer = clock.CreateCancellationTokenSource(timeout);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>How long the attempt may take.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Ends the attempt's work.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time is up.</summary>
    public bool Expired => _timer.IsCancellationRequested;

    /// <summary>Throws when the caller wants no more. That goes before every other reason why the work ended.</summary>
    /// <param name="cause">What ended the work.</param>
    public void ThrowIfCancelled(Exception cause)
    {
        if (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException("The request was cancelled.", cause, _caller);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
