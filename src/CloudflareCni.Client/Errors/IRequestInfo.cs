using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>Describes the request that an error is about.</summary>
internal interface IRequestInfo
{
    /// <summary>Gets the HTTP method's name.</summary>
    string Method { get; }

    /// <summary>Gets the path after the base address, with its query.</summary>
    string Target { get; }

    /// <summary>Gets the values in the request, besides the credential, that a message must not show.</summary>
    IReadOnlyList<string> Secrets { get; }
}
