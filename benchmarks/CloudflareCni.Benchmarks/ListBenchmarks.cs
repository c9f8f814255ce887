using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using CloudflareCni.Baseline;
using CloudflareCni.Client;

namespace CloudflareCni.Benchmarks;

/// <summary>A list of slots in the client alone: time, and bytes allocated, from 1,000 to 1,000,000 objects.</summary>
[MemoryDiagnoser]
public class ListBenchmarks
{
    private PageServer _server = null!;
    private CniHttpClient _client = null!;

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Slots { get; set; }

    private string Account => $"n{Slots}d0";

    [GlobalSetup]
    public void Start()
    {
        _server = new PageServer();
        _client = Clients.Of(_server);
    }

    [GlobalCleanup]
    public void Stop()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<int> Bare() => BareApi.ListAsync($"{_server.BaseUri}/accounts/{Account}/cni/slots", 1000);

    [Benchmark]
    public Task<int> Client() => _client.CountSlotsAsync(Account, null);
}
