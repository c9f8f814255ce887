using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;

namespace CloudflareCni.Benchmarks;

/// <summary>Creates the client in the same way as the module.</summary>
internal static class Clients
{
    public static CniHttpClient Of(PageServer server) =>
        new(new CniClientOptions { BaseAddress = new Uri(server.BaseUri), Credential = CniCredential.FromToken("benchmark") });

    /// <summary>Reads a whole list.</summary>
    /// <param name="client">The client.</param>
    /// <param name="account">The account.</param>
    /// <param name="keep">The collection to add the objects to; null for none.</param>
    /// <param name="limit">The number of objects on a page.</param>
    /// <returns>The number of objects.</returns>
    public static async Task<int> CountSlotsAsync(this CniHttpClient client, string account, ICollection<CniSlot>? keep, int limit = 1000)
    {
        ICniAccountClient slots = client.For(new CniCall(account));
        var filter = new CniSlotFilter();
        int count = 0;
        long? cursor = null;
        do
        {
            CniPage<CniSlot> page = await slots.ListSlotsAsync(filter, new CniPageRequest(cursor, limit), CancellationToken.None).ConfigureAwait(false);
            foreach (CniSlot slot in page.Items)
            {
                keep?.Add(slot);
                count++;
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        return count;
    }
}
