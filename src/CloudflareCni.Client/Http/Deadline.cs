using System;
using System.Threading;
#if !NET
using System.Threading.Tasks;
#endif

namespace CloudflareCni.Client;

/// <summary>The end of one attempt: by the caller's token, or by the timeout on the client's clock.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;

    public Deadline(TimeProvider clock, TimeSpan timeout, CancellationToken caller)
    {
        Clock = clock;
        Timeout = timeout;
        _caller = caller;
#if NET
        _timer = new CancellationTokenSource(timeout, clock);
#else
        _timer = clock.CreateCancellationTokenSource(timeout);
#endif
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Gets the client's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Gets the maximum duration of the attempt.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Gets the token that cancels the attempt.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Gets a value indicating whether the attempt has timed out.</summary>
    public bool Expired => _timer.IsCancellationRequested;

    /// <summary>Throws if the caller has cancelled the request, which takes precedence over any other reason for the end of the attempt.</summary>
    /// <param name="cause">The exception that ended the attempt.</param>
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
