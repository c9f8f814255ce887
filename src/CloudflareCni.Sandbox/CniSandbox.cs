using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using CloudflareCni.Sandbox.Api;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.State;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox;

/// <summary>
/// Cloudflare's CNI API in memory, to practise and test without a contract and a fibre. Each account ID has a world of its own,
/// made on first use. Safe for use from many threads.
/// </summary>
/// <remarks>
/// Cloudflare doesn't publish everything that a server must know. Where the sandbox guesses, its documentation says "assumption";
/// <c>docs/sandbox.md</c> lists all of them, and the practice tokens.
/// </remarks>
public sealed class CniSandbox : IDisposable
{
    /// <summary>The account that the sandbox lists, and whose world is the same on every machine.</summary>
    public const string DefaultAccountId = "5a9d0b0c4f7e4c1d8e2f6a7b3c9d1e20";

    /// <summary>The name of the account <see cref="DefaultAccountId"/>.</summary>
    public const string DefaultAccountName = "Sandbox Example Networks";

    /// <summary>A practice token that may do everything. It is no secret: any text that is not one of the special practice tokens works the same.</summary>
    public const string DefaultToken = "practice";

    private readonly ConcurrentDictionary<string, AccountWorld> _worlds = new(StringComparer.Ordinal);
    private readonly CniSandboxOptions _options;
    private readonly StateFile? _state;
    private readonly ulong _rayKey;
    private long _rays;
    private volatile bool _disposed;

    /// <summary>Makes the sandbox, and loads its state when <see cref="CniSandboxOptions.StatePath"/> names a file that exists.</summary>
    /// <param name="options">What the sandbox is made of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="InvalidDataException">The state file is broken; it is left as it is.</exception>
    public CniSandbox(CniSandboxOptions options)
    {
        _options = Checked(options ?? throw new ArgumentNullException(nameof(options)));
        if (_options.StatePath is { } path)
        {
            _state = new StateFile(path);
            _state.Load(_options, _worlds);
        }

        _rayKey = Noise.Of(Noise.Of((ulong)_options.Seed, "cf-ray"), 0);
    }

    /// <summary>
    /// A handler for <see cref="HttpClient"/> that answers as the API does, in this process and without a socket, at any host under <c>/client/v4</c>.
    /// </summary>
    /// <returns>A new handler; disposing it leaves the sandbox as it is.</returns>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(this);

    /// <summary>Ends the sandbox: a later request fails with <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _disposed = true;

    internal SandboxResponse Answer(SandboxRequest request)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(CniSandbox));
        }

        SandboxResponse response;
        try
        {
            response = Router.Answer(request, new Universe(WorldOf, _options.TimeProvider, _options.ReadyAfter, _state));
        }
        catch (ApiProblem problem)
        {
            response = problem.Response;
        }
        catch (Exception exception)
        {
            // Only the type: a message might repeat what the caller sent.
            response = Envelope.Error(500, 10001, $"The sandbox failed: {exception.GetType().Name}. This is a fault of the sandbox, not of the request.");
        }

        response = response.With("cf-ray", NextRay());
        return request.Method == "HEAD" ? response with { Body = [] } : response;
    }

    private static CniSandboxOptions Checked(CniSandboxOptions options)
    {
        if (options.SlotCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.SlotCount, "SlotCount must be at least 1.");
        }

        if (options.ReadyAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.ReadyAfter, "ReadyAfter must not be negative.");
        }

        return new CniSandboxOptions
        {
            SlotCount = options.SlotCount,
            ReadyAfter = options.ReadyAfter,
            StatePath = options.StatePath is null ? null : Path.GetFullPath(options.StatePath),
            Seed = options.Seed,
            TimeProvider = options.TimeProvider ?? TimeProvider.System,
        };
    }

    private AccountWorld WorldOf(string accountId) => _worlds.GetOrAdd(accountId, id => AccountWorld.Seeded(id, _options.Seed, _options.SlotCount));

    private string NextRay()
    {
        ulong ray = Noise.Of(_rayKey, (ulong)Interlocked.Increment(ref _rays));
        return ((ray >> 4) | 0x8000_0000_0000_0000).ToString("x16", CultureInfo.InvariantCulture) + "-FRA";
    }
}
