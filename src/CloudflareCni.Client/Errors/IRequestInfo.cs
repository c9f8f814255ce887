using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>What an error needs to know of the request that it is about.</summary>
internal interface IRequestInfo
{
    /// <summary>Gets the HTTP method's name.</summary>
    string Method { get; }

    /// <summary>Gets the path behind the base address with its query.</summary>
    string Target { get; }

    /// <summary>Gets what the request carries and no message may show, beside the credential.</summary>
    IReadOnlyList<string> Secrets { get; }
}
