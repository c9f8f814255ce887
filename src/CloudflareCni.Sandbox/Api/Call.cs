using System;
using System.Collections.Generic;
using CloudflareCni.Sandbox.Access;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>A request on its way to its operation.</summary>
internal sealed class Call(SandboxRequest request, IReadOnlyDictionary<string, string> parameters, Caller caller, Universe universe)
{
    private AccountWorld? _world;

    public Caller Caller { get; } = caller;

    public Query Query { get; } = new(request.Query);

    public byte[] Body => request.Body;

    public DateTimeOffset Now => universe.Clock.GetUtcNow();

    public TimeSpan ReadyAfter => universe.ReadyAfter;

    /// <summary>The world of the account in the path.</summary>
    public AccountWorld World => _world ??= universe.WorldOf(parameters["account_id"]);

    public string Parameter(string name) => parameters[name];

    public Guid Uuid(string name) => Guid.TryParseExact(parameters[name], "D", out Guid value)
        ? value
        : throw ApiProblem.BadRequest($"{name}: the path must hold a UUID here");
}
