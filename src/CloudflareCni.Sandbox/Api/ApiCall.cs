using System;
using System.Collections.Generic;
using CloudflareCni.Sandbox.Access;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>A request, as its operation sees it.</summary>
internal sealed class ApiCall(SandboxRequest request, IReadOnlyDictionary<string, string> parameters, Caller caller, SandboxContext context)
{
    private AccountWorld? _world;

    public Caller Caller { get; } = caller;

    public Query Query { get; } = new(request.Query);

    public byte[] Body => request.Body;

    public DateTimeOffset Now => context.Clock.GetUtcNow();

    public TimeSpan ReadyAfter => context.ReadyAfter;

    /// <summary>Gets the world of the account in the path.</summary>
    public AccountWorld World => _world ??= context.GetWorld(parameters["account_id"]);

    public string Parameter(string name) => parameters[name];

    public bool HasHeader(string name, string value) =>
        request.Headers.TryGetValue(name, out string? actual) && actual.Equals(value, StringComparison.OrdinalIgnoreCase);

    public Guid Uuid(string name) => Guid.TryParseExact(parameters[name], "D", out Guid value)
        ? value
        : throw ApiErrorException.BadRequest($"{name}: must be a UUID");
}
