using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;

namespace CloudflareCni.Baseline;

/// <summary>The API by HttpClient and source-generated JSON: no errors mapped, no unknown field kept, nothing cancelled, nothing retried.</summary>
public static class BareApi
{
    private static readonly HttpClient Client = new();

    /// <summary>Reads a whole list, one page after the other, and keeps nothing.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">How many a page.</param>
    /// <returns>How many there are.</returns>
    public static int List(string slots, int limit) => ListAsync(slots, limit).GetAwaiter().GetResult();

    /// <summary>Reads the first page.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">How many a page.</param>
    /// <returns>The page.</returns>
    public static BarePage FirstPage(string slots, int limit) => GetAsync($"{slots}?limit={limit}", BareJson.Default.BarePage).GetAwaiter().GetResult();

    /// <summary>Reads a slot.</summary>
    /// <param name="slot">Its address.</param>
    /// <returns>The slot.</returns>
    public static BareSlot Get(string slot) => GetAsync(slot, BareJson.Default.BareSlot).GetAwaiter().GetResult();

    /// <summary>Reads a whole list.</summary>
    /// <param name="slots">The address of the slots.</param>
    /// <param name="limit">How many a page.</param>
    /// <param name="keep">Where to put them; null for nowhere.</param>
    /// <returns>How many there are.</returns>
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
