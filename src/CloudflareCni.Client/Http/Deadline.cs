using System;
using System.Threading;
#if !NET
using System.Threading.Tasks;
#endif

namespace CloudflareCni.Client;

/// <summary>The end of one attempt: by the caller's token, or by the timeout on the client's clock.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;

    public Deadline(TimeProvider clock, TimeSpan timeout, CancellationToken caller)
    {
        Clock = clock;
        Timeout = timeout;
        _caller = caller;
#if NET
        _source = new CancellationTokenSource(timeout, clock);
        _registration = caller.UnsafeRegister(Cancel, _source);
#else
        _source = clock.CreateCancellationTokenSource(timeout);
        _registration = caller.Register(Cancel, _source);
#endif
    }

    /// <summary>Gets the client's clock.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Gets the maximum duration of the attempt.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Gets the token that cancels the attempt.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets a value indicating whether the attempt has timed out, unless the caller has cancelled it.</summary>
    public bool Expired => _source.IsCancellationRequested;

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
        _registration.Dispose();
        _source.Dispose();
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
