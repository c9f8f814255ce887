using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

/// <summary>The base class of the client's tests.</summary>
public abstract class ClientTest
{
    protected const string Token = "v1.0-the-secret-token-0123456789abcdef";
    protected const string AccountId = "0123456789abcdef0123456789abcdef";
    protected const string Ray = "8f3c1d2e4b5a6978-FRA";

    protected static CniCall Call { get; } = new(AccountId);

    protected static CniPageRequest FirstPage { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static CniHttpClient Connect(ScriptedServer server, TimeProvider? clock = null, HttpMessageHandler? handler = null) =>
        Connect(server.BaseAddress, clock, handler);

    private protected static CniHttpClient Connect(Uri address, TimeProvider? clock = null, HttpMessageHandler? handler = null)
    {
        var options = new CniClientOptions { BaseAddress = address, Credential = CniCredential.FromToken(Token), MaximumRetryCount = 0, RequestLimit = 0 };
        return new CniHttpClient(options, handler, clock ?? TimeProvider.System);
    }

    /// <summary>Reads the settings from a server with one response, and returns the failure.</summary>
    private protected static async Task<CniApiException> FailAsync(ScriptedAnswer reply)
    {
        await using var server = ScriptedServer.Answering(reply);
        using CniHttpClient client = Connect(server);
        return await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));
    }

    private protected static async Task<CniApiException> FailAsync(Func<Exchange, Task> script)
    {
        await using var server = ScriptedServer.Start(script);
        using CniHttpClient client = Connect(server);
        return await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));
    }

    /// <summary>Runs an action with a client whose server has one response.</summary>
    private protected static async Task<(T Result, ScriptedRequest Request)> AskAsync<T>(string answer, Func<CniHttpClient, Task<T>> ask)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);
        T result = await ask(client);
        return (result, server.Request);
    }

    /// <summary>The possible envelopes of a response.</summary>
    public static TheoryData<string> Envelopes() =>
    [
        "{0}",
        """ {{"result": {0}, "success": true, "errors": [], "messages": []}} """,
        """{{"success":true,"errors":[],"messages":["note"],"result":{0}}}""",
        """{{"result":{0}}}""",
        """{{"timings":{{"ms":[1,2]}},"success":true,"result":{0}}}""",
        "\uFEFF{0}",
    ];

    protected static string Wrap(string envelope, string json) => string.Format(null, envelope, json);
}
