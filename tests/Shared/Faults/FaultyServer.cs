using System;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>A server on which one operation has one fault. All other operations succeed.</summary>
internal sealed class FaultyServer : IDisposable
{
    private readonly ApiOperation _operation;
    private readonly Fault _fault;
    private readonly bool _applies;
    private readonly FaultContext _context;
    private readonly ScriptedServer _server;
    private bool _isRefusing;
    private int _strikes;

    /// <summary>Initializes a new instance of the <see cref="FaultyServer"/> class.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="applies">true if the server carries out the request before the fault; otherwise, false.</param>
    /// <param name="context">The access to the client.</param>
    public FaultyServer(ApiOperation operation, Fault fault, bool applies, FaultContext context)
    {
        _operation = operation;
        _fault = fault;
        _applies = applies;
        _context = context;
        _server = fault.IsTls ? ScriptedServer.StartRaw(AnswerAsync) : ScriptedServer.Start(AnswerAsync);
        if (Refuses && !operation.LooksFirst)
        {
            Refuse();
        }
    }

    public string BaseUri => $"{(_fault.IsTls ? "https" : "http")}://127.0.0.1:{_server.Port}/client/v4";

    /// <summary>Gets the operation's own requests.</summary>
    public int Requests => Count(_operation.IsAskedBy);

    /// <summary>Gets the number of requests that a client of the API never sends.</summary>
    public int Strays => Count(request => request.Path.Contains("elsewhere"));

    private bool Refuses => _fault.NeverSent && !_fault.IsTls;

    /// <summary>Called when the client waits before a retry: a server that refused connections may recover.</summary>
    public void Heal()
    {
        if (_isRefusing && ++_strikes == _fault.Strikes)
        {
            _isRefusing = false;
            _server.Open();
        }
    }

    /// <summary>Refuses connections from now on.</summary>
    public void Refuse()
    {
        _isRefusing = true;
        _server.Refuse();
    }

    public void Dispose() => _server.Dispose();

    private int Count(Func<ScriptedRequest, bool> isMeant) => _server.Requests.Count(isMeant);

    private Task AnswerAsync(Exchange exchange)
    {
        if (_fault.IsTls)
        {
            return _fault.ActAsync(exchange, _operation, _context);
        }

        if (!_operation.IsAskedBy(exchange.Request))
        {
            if (Refuses && _strikes == 0)
            {
                Refuse();
            }

            return exchange.AnswerAsync(SampleApi.Answer(exchange.Request, _operation, _applies && Requests > 0), _fault.NeedsKept);
        }

        return Strikes(exchange) ? _fault.ActAsync(exchange, _operation, _context)
            : _fault.Then is { } then ? then.ActAsync(exchange, _operation, _context)
            : exchange.AnswerAsync(_operation.Good);
    }

    private bool Strikes(Exchange exchange) =>
        !Refuses && (!_fault.NeedsKept || exchange.IsKept) && (_fault.Strikes is not { } most || ++_strikes <= most);
}
