using System;
using System.Collections.Generic;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>A path of the API and one of its methods.</summary>
internal sealed class Route
{
    private readonly string[] _segments;

    public Route(string method, string template, Func<ApiCall, SandboxResponse> operation)
    {
        Method = method;
        Operation = operation;
        Template = template;
        _segments = template.Split('/');
    }

    public string Method { get; }

    public string Template { get; }

    public Func<ApiCall, SandboxResponse> Operation { get; }

    /// <summary>Gets a value indicating whether the path is within an account.</summary>
    public bool IsInAccount => Template.StartsWith("accounts/", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether the path is part of CNI.</summary>
    public bool IsCni => Template.StartsWith("accounts/{account_id}/cni/", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether the path is part of Magic Transit and Magic WAN.</summary>
    public bool IsMagic => Template.StartsWith("accounts/{account_id}/magic/", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether the path verifies a token.</summary>
    public bool IsVerifying => Template.EndsWith("tokens/verify", StringComparison.Ordinal);

    public bool IsChange => Method != "GET";

    /// <summary>Returns the parameters in a path, or <see langword="null"/> if the path doesn't match.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _segments.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int index = 0; index < path.Length; index++)
        {
            string segment = _segments[index];
            if (segment[0] == '{' && path[index].Length > 0)
            {
                parameters.Add(segment.Substring(1, segment.Length - 2), Uri.UnescapeDataString(path[index]));
            }
            else if (segment != path[index])
            {
                return null;
            }
        }

        return parameters;
    }
}
