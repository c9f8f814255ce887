using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>What the server does with a request: an answer, whole, late or broken.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record ScriptedAnswer(int Status, string Body)
{
    public string ContentType { get; init; } = "application/json";

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty.Add("cf-ray", ScriptedServer.Ray);

    /// <summary>The server waits for it before it answers.</summary>
    public Task BeforeHeaders { get; init; } = Task.CompletedTask;

    /// <summary>The server waits for it between the headers and the body.</summary>
    public Task BeforeBody { get; init; } = Task.CompletedTask;

    /// <summary>The server waits for it in the middle of the body.</summary>
    public Task BeforeEnd { get; init; } = Task.CompletedTask;

    /// <summary>Breaks the connection off in place of an answer.</summary>
    public bool Reset { get; init; }

    /// <summary>Closes the connection in the middle of the body.</summary>
    public bool Truncate { get; init; }

    public static ScriptedAnswer Ok(string body) => new(200, body);

    /// <summary>A page of a list.</summary>
    /// <param name="next">The cursor of the page behind; null on the last.</param>
    /// <param name="items">The objects as JSON.</param>
    public static ScriptedAnswer Page(int? next, params IEnumerable<string> items) =>
        Ok($$"""{"items":[{{string.Join(',', items)}}],"next":{{next?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}}""");

    /// <summary>A failure as Cloudflare's gateway tells it.</summary>
    public static ScriptedAnswer Failure(int status, string message) =>
        new(status, $$"""{"success":false,"errors":[{"code":1234,"message":"{{message}}"}],"messages":[],"result":null}""");
}
