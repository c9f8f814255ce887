using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using CloudflareCni.Sandbox.Api;
using CloudflareCni.Sandbox.Hosting;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.Seeding;
using CloudflareCni.Sandbox.State;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox;

/// <summary>
/// Cloudflare's CNI API in memory, for practice and tests without a contract or a fiber. Each account ID has its own data,
/// created on first use. All members are thread-safe.
/// </summary>
/// <remarks>
/// Cloudflare doesn't publish everything that a server must know. Comments mark each guess as an "assumption";
/// <c>docs/sandbox.md</c> lists all of them and the practice tokens.
/// </remarks>
public sealed class CniSandbox : IDisposable
{
    /// <summary>The ID of the account that the sandbox lists.</summary>
    public const string DefaultAccountId = Account.DefaultId;

    /// <summary>The name of the account <see cref="DefaultAccountId"/>.</summary>
    public const string DefaultAccountName = Account.DefaultName;

    /// <summary>A practice token that can do everything. It isn't a secret: any text that isn't a special practice token works the same way.</summary>
    public const string DefaultToken = "practice";

    private readonly ConcurrentDictionary<string, AccountWorld> _worlds = new(StringComparer.Ordinal);
    private readonly SandboxContext _context;
    private readonly ulong _rayKey;
    private long _rays;
    private volatile bool _disposed;

    /// <summary>Initializes a new instance of the <see cref="CniSandbox"/> class and loads its state file, if there is one.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The state file or the configuration file is broken. It isn't changed.</exception>
    public CniSandbox(CniSandboxOptions options)
    {
        Validate(options ?? throw new ArgumentNullException(nameof(options)));
        StateFile? state = options.StatePath is null ? null : StateFile.Open(Path.GetFullPath(options.StatePath), options.Seed, options.SlotCount);
        foreach (AccountWorld world in state?.Worlds ?? [])
        {
            _worlds[world.Account.Id] = world;
        }

        int seed = state?.Seed ?? options.Seed;
        int slotCount = state?.SlotCount ?? options.SlotCount;
        if (options.ConfigurationPath is { } configuration)
        {
            AccountWorld copy = ConfigurationFile.Read(Path.GetFullPath(configuration), seed, slotCount);
            _worlds[copy.Account.Id] = copy;
            AccountId = copy.Account.Id;
        }

        _context = new SandboxContext(
            accountId => _worlds.GetOrAdd(accountId, id => WorldSeeder.Create(id, seed, slotCount)), options.TimeProvider ?? TimeProvider.System, options.ReadyAfter, state);
        _rayKey = DeterministicHash.Of(DeterministicHash.Of((ulong)seed, "cf-ray"), 0);
    }

    /// <summary>Gets the ID of the account to act in: that of the configuration file, or else <see cref="DefaultAccountId"/>.</summary>
    public string AccountId { get; } = DefaultAccountId;

    /// <summary>
    /// Creates a handler for <see cref="HttpClient"/> that responds like the API, in this process and without a socket, for any host under <c>/client/v4</c>.
    /// </summary>
    /// <returns>A new handler. Disposing it doesn't affect the sandbox.</returns>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(Respond);

    /// <summary>Ends the sandbox. Later requests fail with <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _disposed = true;

    internal SandboxResponse Respond(SandboxRequest request)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(CniSandbox));
        }

        SandboxResponse response;
        try
        {
            response = Router.Respond(request, _context);
        }
        catch (ApiErrorException error)
        {
            response = error.Response;
        }
        catch (Exception exception)
        {
            // The type only, because a message could repeat what the caller sent.
            response = Envelope.Error(500, 10001, $"The sandbox failed ({exception.GetType().Name}). This is a bug in the sandbox, not an error in the request.");
        }

        response = response.With("cf-ray", NextRay());
        return request.Method == "HEAD" ? response with { Body = [] } : response;
    }

    private static void Validate(CniSandboxOptions options)
    {
        if (options.SlotCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.SlotCount, "SlotCount must be at least 1.");
        }

        if (options is { StatePath: not null, ConfigurationPath: not null })
        {
            throw new ArgumentException("StatePath and ConfigurationPath can't be used together.", nameof(options));
        }

        if (options.ReadyAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.ReadyAfter, "ReadyAfter must not be negative.");
        }
    }

    private string NextRay()
    {
        ulong ray = DeterministicHash.Of(_rayKey, (ulong)Interlocked.Increment(ref _rays));
        return ((ray >> 4) | 0x8000_0000_0000_0000).ToString("x16", CultureInfo.InvariantCulture) + "-FRA";
    }
}
