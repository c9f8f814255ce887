using System;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using CloudflareCni.Baseline;
using CloudflareCni.Client;

namespace CloudflareCni.Benchmarks;

/// <summary>One slot by its ID, on a warm connection, in the client alone.</summary>
[MemoryDiagnoser]
public class OneSlotBenchmarks
{
    private static readonly Guid Id = Guid.Parse("00000001-5a9d-4b0c-8f7e-4c1d8e2f6a7b");
    private static readonly CniCall Call = new("n1d0");

    private PageServer _server = null!;
    private CniHttpClient _client = null!;
    private string _address = "";

    [GlobalSetup]
    public void Start()
    {
        _server = new PageServer();
        _client = Clients.Of(_server);
        _address = $"{_server.BaseUri}/accounts/{Call.AccountId}/cni/slots/{Id}";
    }

    [GlobalCleanup]
    public void Stop()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<BareSlot> Bare() => BareApi.GetAsync(_address);

    [Benchmark]
    public Task<CniSlot> Client() => _client.For(Call).GetSlotAsync(Id, CancellationToken.None);
}
