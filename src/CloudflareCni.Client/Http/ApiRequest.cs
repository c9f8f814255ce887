using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RestSharp;

namespace CloudflareCni.Client;

/// <summary>One request to the API, before it's sent. Each attempt creates its own RestSharp request from it.</summary>
internal sealed class ApiRequest : IRequestInfo
{
    private List<(string Name, string Value)>? _query;
    private string? _target;
    private readonly Method _method;
    private readonly string _path;
    private readonly byte[]? _body;
    private readonly string _accept;

    private ApiRequest(Method method, string path, byte[]? body = null, string accept = "application/json", string?[]? secrets = null)
    {
        Secrets = secrets?.OfType<string>().ToArray() ?? [];
        _method = method;
        _path = path;
        _body = body;
        _accept = accept;
    }

    /// <inheritdoc/>
    public string Method => _method switch
    {
        RestSharp.Method.Get => "GET",
        RestSharp.Method.Post => "POST",
        RestSharp.Method.Put => "PUT",
        _ => "DELETE",
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Gets a value indicating whether sending the request twice has the same effect as sending it once.</summary>
    public bool IsRepeatable => _method != RestSharp.Method.Post;

    /// <inheritdoc/>
    /// <remarks>It's sent unchanged.</remarks>
    public string Target => _target ??= _query is null ? _path : $"{_path}?{string.Join("&", _query.Select(pair => $"{pair.Name}={pair.Value}"))}";

    public static ApiRequest Get(string path, string accept = "application/json") => new(RestSharp.Method.Get, path, null, accept);

    public static ApiRequest Post(string path, byte[] body, params string?[] secrets) => new(RestSharp.Method.Post, path, body, secrets: secrets);

    public static ApiRequest Put(string path, byte[] body, params string?[] secrets) => new(RestSharp.Method.Put, path, body, secrets: secrets);

    public static ApiRequest Delete(string path) => new(RestSharp.Method.Delete, path);

    /// <summary>Adds a text to the query, unless it's <c>null</c>.</summary>
    public ApiRequest With(string name, string? value, string parameterName)
    {
        if (value is not null)
        {
            (_query ??= []).Add((name, ApiPath.Escape(value, parameterName)));
            _target = null;
        }

        return this;
    }

    /// <summary>Adds a number to the query, unless it's <c>null</c>.</summary>
    public ApiRequest With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture), name);

    /// <summary>Adds an ID to the query, unless it's <c>null</c>.</summary>
    public ApiRequest With(string name, Guid? value) => With(name, value?.ToString("D"), name);

    /// <summary>Adds a Boolean value to the query, unless it's <c>null</c>.</summary>
    public ApiRequest With(string name, bool? value) => With(name, value switch { true => "true", false => "false", null => null }, name);

    /// <summary>Adds the page to the query.</summary>
    public ApiRequest With(CniPageRequest page) => With("cursor", page.Cursor).With("limit", page.Limit);

    /// <summary>Creates the RestSharp request for one attempt.</summary>
    public RestRequest ToRestRequest(AttemptInterceptor interceptor)
    {
        var request = new RestRequest(_path.TrimStart('/'), _method)
        {
            // The attempt's own deadline includes the body; RestSharp's timeout doesn't.
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            Interceptors = [interceptor],
        };
        if (_query is not null)
        {
            foreach ((string name, string value) in _query)
            {
                request.AddQueryParameter(name, value, encode: false);
            }
        }

        if (_body is not null)
        {
            request.AddParameter(new BodyParameter("", _body, ContentType.Json, DataFormat.Binary));
        }

        return request.AddHeader("Accept", _accept);
    }
}
