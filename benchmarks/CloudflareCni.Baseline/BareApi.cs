using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;

namespace CloudflareCni.Baseline;

/// <summary>Calls the API with HttpClient and source-generated JSON, without error mapping, unknown fields, cancellation or retries.</summary>
public static class BareApi
{
    private static readonly HttpClient Client = new();

    /// <summary>Reads a whole list, page by page, without keeping the objects.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">The number of objects on a page.</param>
    /// <returns>The number of objects.</returns>
    public static int List(string slots, int limit) => ListAsync(slots, limit).GetAwaiter().GetResult();

    /// <summary>Reads the first page.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">The number of objects on a page.</param>
    /// <returns>The page.</returns>
    public static BarePage FirstPage(string slots, int limit) => GetAsync($"{slots}?limit={limit}", BareJson.Default.BarePage).GetAwaiter().GetResult();

    /// <summary>Reads a slot.</summary>
    /// <param name="slot">Its address.</param>
    /// <returns>The slot.</returns>
    public static BareSlot Get(string slot) => GetAsync(slot, BareJson.Default.BareSlot).GetAwaiter().GetResult();

    /// <summary>Reads a whole list.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">The number of objects on a page.</param>
    /// <param name="keep">The collection to add the slots to; null for none.</param>
    /// <returns>The number of objects.</returns>
    public static async Task<int> ListAsync(string slots, int limit, ICollection<BareSlot>? keep = null)
    {
        int count = 0;
        int? cursor = null;
        do
        {
            BarePage page = await GetAsync($"{slots}?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}", BareJson.Default.BarePage).ConfigureAwait(false);
            foreach (BareSlot slot in page.Items!)
            {
                keep?.Add(slot);
                count++;
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        return count;
    }

    /// <summary>Reads a slot.</summary>
    /// <param name="slot">Its address.</param>
    /// <returns>The slot.</returns>
    public static Task<BareSlot> GetAsync(string slot) => GetAsync(slot, BareJson.Default.BareSlot);

    private static async Task<T> GetAsync<T>(string address, JsonTypeInfo<T> type)
    {
        using HttpResponseMessage answer = await Client.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        using Stream body = await answer.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(body, type).ConfigureAwait(false))!;
    }
}
