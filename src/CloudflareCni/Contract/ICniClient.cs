using System;

namespace CloudflareCni;

/// <summary>The API of one server, with one credential. It can be used from several threads at the same time.</summary>
public interface ICniClient : IDisposable
{
    /// <summary>Returns the operations of an account. No request is sent.</summary>
    /// <param name="call">The account and the listeners.</param>
    /// <returns>The operations.</returns>
    ICniAccountClient For(CniCall call);
}
