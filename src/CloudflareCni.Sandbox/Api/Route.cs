using System;
using System.Collections.Generic;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>A path of the API with one of its methods.</summary>
internal sealed class Route
{
    private readonly string[] _segments;

    public Route(string method, string template, Func<Call, SandboxResponse> operation)
    {
        Method = method;
        Operation = operation;
        Template = template;
        _segments = template.Split('/');
    }

    public string Method { get; }

    public string Template { get; }

    public Func<Call, SandboxResponse> Operation { get; }

    /// <summary>Whether the path names an account.</summary>
    public bool IsInAccount => Template.StartsWith("accounts/", StringComparison.Ordinal);

    /// <summary>Whether the path tells about tokens themselves.</summary>
    public bool Verifies => Template.EndsWith("tokens/verify", StringComparison.Ordinal);

    public bool Changes => Method != "GET";

    /// <summary>The parameters in a path of this shape; null when the path has another.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _segments.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int place = 0; place < path.Length; place++)
        {
            string segment = _segments[place];
            if (segment[0] == '{' && path[place].Length > 0)
            {
                parameters.Add(segment.Substring(1, segment.Length - 2), Uri.UnescapeDataString(path[place]));
            }
            else if (segment != path[place])
            {
                return null;
            }
        }

        return parameters;
    }
}
