using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>The operations of the CNI API in one account, over HTTP.</summary>
internal sealed class CniHttpAccountClient(ApiTransport transport, WireFormats formats, OriginCache origins, PageSizes pageSizes, TimeProvider timeProvider, CniCall call)
    : ICniAccountClient
{
    private const int AccountsPerPage = 50;

    /// <inheritdoc/>
    public async Task<CniPage<CniSlot>> ListSlotsAsync(CniSlotFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest Request() => ApiRequest.Get(Path("slots"))
            .With("address_contains", filter.AddressContains, "AddressContains")
            .With("site", filter.Site, "Site")
            .With("speed", filter.Speed, "Speed")
            .With("occupied", filter.Occupied);
        return await ListAsync(Request, page, formats.Slot, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CniSlot> GetSlotAsync(Guid slotId, CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get(Path("slots", slotId)), formats.Slot, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniPage<CniInterconnect>> ListInterconnectsAsync(CniInterconnectFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest Request() => ApiRequest.Get(Path("interconnects")).With("site", filter.Site, "Site").With("type", filter.Type, "Type");
        return await ListAsync(Request, page, formats.Interconnect, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CniInterconnect> GetInterconnectAsync(string name, CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get(InterconnectPath(name)), formats.Interconnect, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniInterconnect> CreateInterconnectAsync(CniInterconnectCreation creation, CancellationToken cancellationToken)
    {
        string path = Path("interconnects");
        ApiRequest request = ApiRequest.Post(path, formats.ToCreation(call.AccountId, creation), Secrets(creation));
        return await ReadAsync(request, formats.Interconnect, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteInterconnectAsync(string name, CancellationToken cancellationToken) =>
        await transport.DeleteAsync(call, ApiRequest.Delete(InterconnectPath(name)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniInterconnectStatus> GetInterconnectStatusAsync(string name, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(InterconnectPath(name) + "/status");
        CniInterconnectStatus read = await ReadAsync(request, formats.Status, cancellationToken).ConfigureAwait(false);
        read.Interconnect = name;
        read.CheckedAt = timeProvider.GetUtcNow().LocalDateTime;
        return read;
    }

    /// <inheritdoc/>
    public async Task DownloadLoaAsync(string name, string? customerName, Stream destination, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(InterconnectPath(name) + "/loa", "application/pdf").With("name", customerName, "CustomerName");
        long start = destination.Position;
        await transport.SendAsync(call, request, answer => PdfResponse.CopyAsync(answer, Rewound()), cancellationToken).ConfigureAwait(false);

        // A failed attempt can leave a part.
        Stream Rewound()
        {
            destination.Position = start;
            destination.SetLength(start);
            return destination;
        }
    }

    /// <inheritdoc/>
    public async Task<string> GetLoaDefaultNameAsync(string name, CancellationToken cancellationToken) =>
        await transport.SendAsync(call, ApiRequest.Get(InterconnectPath(name) + "/loa/default"), answer => JsonResponse.ReadTextAsync(answer, "name"), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniPage<Cni>> ListCnisAsync(CniFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest Request() => ApiRequest.Get(Path("cnis")).With("slot", filter.Slot).With("tunnel_id", filter.TunnelId, "TunnelId");
        return await ListAsync(Request, page, formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Cni> GetCniAsync(Guid cniId, CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get(Path("cnis", cniId)), formats.Cni, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Cni> CreateCniAsync(CniCreation creation, CancellationToken cancellationToken)
    {
        string path = Path("cnis");
        ApiRequest request = ApiRequest.Post(path, formats.Cni.ToCreation(call.AccountId, creation.Cni), Secrets(creation.Cni));
        return await ReadAsync(request, formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Cni> UpdateCniAsync(Cni cni, CancellationToken cancellationToken)
    {
        string path = Path("cnis", cni.Id);
        ApiRequest request = ApiRequest.Put(path, formats.Cni.ToUpdate(cni), Secrets(cni));
        return await ReadAsync(request, formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteCniAsync(Guid cniId, CancellationToken cancellationToken) =>
        await transport.DeleteAsync(call, ApiRequest.Delete(Path("cnis", cniId)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniSettings> GetSettingsAsync(CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get(Path("settings")), formats.Settings, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniSettings> UpdateSettingsAsync(CniSettings settings, CancellationToken cancellationToken)
    {
        string path = Path("settings");
        ApiRequest request = ApiRequest.Put(path, formats.Settings.ToUpdate(settings));
        return await ReadAsync(request, formats.Settings, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniMagicInterconnect>> ListMagicInterconnectsAsync(CancellationToken cancellationToken) =>
        (await ListAsync(ApiRequest.Get(MagicPath("cf_interconnects")), formats.MagicInterconnect, cancellationToken, "interconnects").ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniMagicRoute>> ListMagicRoutesAsync(CancellationToken cancellationToken) =>
        (await ListAsync(ApiRequest.Get(MagicPath("routes")), formats.MagicRoute, cancellationToken, "routes").ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniAccount>> ListAccountsAsync(CancellationToken cancellationToken)
    {
        var accounts = new List<CniAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var guard = new CursorGuard();
        for (long? next = 1; next is { } number;)
        {
            ApiRequest request = ApiRequest.Get("/accounts").With("page", number).With("per_page", AccountsPerPage);
            CniPage<CniAccount> page = await ListAsync(request, formats.Account, cancellationToken).ConfigureAwait(false);
            CniAccount[] news = [.. page.Items.Where(account => seen.Add(account.Id))];
            foreach (CniAccount account in news)
            {
                account.Origin = origins.Of(call with { AccountId = account.Id });
            }

            accounts.AddRange(news);

            // A server that doesn't support pages returns the same accounts again.
            bool isLast = page.TotalPages is { } total ? number >= total : news.Length == 0 || page.Items.Count < AccountsPerPage;
            next = isLast ? null : number + 1;
            guard.Check(next, news.Length);
        }

        return accounts.AsReadOnly();
    }

    /// <inheritdoc/>
    public async Task<CniTokenState> VerifyUserTokenAsync(CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get("/user/tokens/verify"), formats.TokenState, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniTokenState> VerifyAccountTokenAsync(CancellationToken cancellationToken) =>
        await ReadAsync(ApiRequest.Get(AccountPath + "/tokens/verify"), formats.TokenState, cancellationToken).ConfigureAwait(false);

    private string AccountPath => "/accounts/" + ApiPath.Segment(call.AccountId, "AccountId");

    private string Path(string collection) => $"{AccountPath}/cni/{collection}";

    private string Path(string collection, Guid id) => $"{AccountPath}/cni/{collection}/{id:D}";

    private string MagicPath(string collection) => $"{AccountPath}/magic/{collection}";

    private string InterconnectPath(string name) => $"{Path("interconnects")}/{ApiPath.Segment(name, "Name")}";

    private static string[] Secrets(CniModel model) => CniFieldChanges.Secrets(model).ToArray();

    private Task<T> ReadAsync<T>(ApiRequest request, ModelFormat<T> format, CancellationToken cancellationToken)
        where T : CniModel =>
        transport.SendAsync(call, request, answer => JsonResponse.ReadAsync(answer, format, formats.Texts, origins.Of(call)), cancellationToken);

    private Task<CniPage<T>> ListAsync<T>(Func<ApiRequest> request, CniPageRequest page, ModelFormat<T> format, CancellationToken cancellationToken)
        where T : CniModel =>
        pageSizes.ReadAsync(page, one => ListAsync(request().With(one), format, cancellationToken));

    private Task<CniPage<T>> ListAsync<T>(ApiRequest request, ModelFormat<T> format, CancellationToken cancellationToken, string name = "items")
        where T : CniModel =>
        transport.SendAsync(call, request, answer => JsonResponse.ReadPageAsync(answer, format, formats.Texts, origins.Of(call), name), cancellationToken);
}
