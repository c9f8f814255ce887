using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareCni.Tests.Schema;

/// <summary>Fails a test if a response doesn't match the API's schema.</summary>
internal sealed partial class SchemaCheckingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Root = "/client/v4/";

    /// <summary>Gets a value indicating whether properties that the schema doesn't define are errors.</summary>
    public bool IsStrict { get; set; } = true;

    /// <summary>The operations and statuses so far.</summary>
    public ConcurrentBag<(string Operation, int Status)> Seen { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        IReadOnlyList<string> faults = FaultsOf(request, response, body);
        if (faults.Count > 0)
        {
            string shown = response.Content.Headers.ContentType?.MediaType == "application/json" ? Encoding.UTF8.GetString(body) : $"{body.Length} bytes";
            Assert.Fail($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode} {shown}\n{string.Join("\n", faults)}");
        }

        return response;
    }

    private IReadOnlyList<string> FaultsOf(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        int status = (int)response.StatusCode;
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        if (mediaType is null)
        {
            return ["there is no Content-Type"];
        }

        if (!response.Headers.TryGetValues("cf-ray", out IEnumerable<string>? rays) || !Ray().IsMatch(rays.Single()))
        {
            return ["there is no cf-ray"];
        }

        if (request.Method == HttpMethod.Head)
        {
            return body.Length == 0 ? [] : ["a HEAD was answered with a body"];
        }

        string path = request.RequestUri!.AbsolutePath;
        SchemaOperation? operation = path.StartsWith(Root, StringComparison.Ordinal) ? ApiSchema.Page.Find(request.Method.Method, path[Root.Length..]) : null;
        if (operation is null || status is 401 or 403 or 405 or 413 or >= 500 || (operation.IsSupport && status != 200))
        {
            return mediaType == "application/json" ? ApiSchema.Page.FaultsOfGatewayError(Encoding.UTF8.GetString(body)) : [$"a gateway error came as {mediaType}"];
        }

        Seen.Add((operation.Id, status));
        return ApiSchema.Page.FaultsOfResponse(operation, status, mediaType, body, IsStrict);
    }

    [GeneratedRegex("^[0-9a-f]{16}-[A-Z]{3}$")]
    private static partial Regex Ray();
}
