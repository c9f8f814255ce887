using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using CloudflareCni.Client;

namespace CloudflareCni.Benchmarks;

/// <summary>Compares the bytes that the client allocates for each listed object with the bytes that the object retains.</summary>
internal static class MemoryOfASlot
{
    private const int Slots = 100_000;

    public static async Task PrintAsync()
    {
        using var server = new PageServer();
        using CniHttpClient client = Clients.Of(server);
        foreach (int limit in new[] { 1000, 100 })
        {
            // The first list includes one-time allocations.
            await client.CountSlotsAsync("n1000d0", null, limit);
            (long allocated, long retained) = await MeasureAsync(client, limit);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"pages of {limit}: {allocated / Slots} bytes allocated, {retained / Slots} retained, an object: {(double)allocated / retained:0.00}"));
        }
    }

    private static async Task<(long Allocated, long Retained)> MeasureAsync(CniHttpClient client, int limit)
    {
        var kept = new List<CniSlot>(Slots);
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await client.CountSlotsAsync($"n{Slots}d0", kept, limit);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        long retained = GC.GetTotalMemory(forceFullCollection: true) - heap;
        GC.KeepAlive(kept);
        return (allocated, retained);
    }
}
