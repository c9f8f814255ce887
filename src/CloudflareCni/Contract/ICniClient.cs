using System;

namespace CloudflareCni;

/// <summary>The API of one server, as one credential reaches it. It is safe to use from several threads at the same time.</summary>
public interface ICniClient : IDisposable
{
    /// <summary>Gets the operations of an account. Nothing is sent.</summary>
    /// <param name="call">The account and the listeners.</param>
    /// <returns>The operations.</returns>
    ICniAccountClient For(CniCall call);
}
