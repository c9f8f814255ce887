using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>The CNI API over HTTP. One client serves many calls at a time and shares its connections among them.</summary>
public sealed class CniHttpClient : ICniClient
{
    private const int AccountsPerPage = 50;

    private readonly CniClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly WireFormats _formats = new();
    private readonly OriginCache _origins;

    /// <summary>Makes a client. Nothing is sent until a method is called.</summary>
    /// <param name="options">Address, credential and the rest.</param>
    public CniHttpClient(CniClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _transport = new ApiTransport(options);
        _origins = new OriginCache(options.BaseAddress);
    }

    /// <inheritdoc/>
    public async Task<CniPage<CniSlot>> ListSlotsAsync(CniCall call, CniSlotFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(Path(call, "slots"))
            .With("address_contains", filter.AddressContains, "AddressContains")
            .With("site", filter.Site, "Site")
            .With("speed", filter.Speed, "Speed")
            .With("occupied", filter.Occupied)
            .With(page);
        return await ListAsync(call, request, _formats.Slot, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CniSlot> GetSlotAsync(CniCall call, Guid slotId, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get(Path(call, "slots", slotId)), _formats.Slot, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniPage<CniInterconnect>> ListInterconnectsAsync(
        CniCall call, CniInterconnectFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(Path(call, "interconnects")).With("site", filter.Site, "Site").With("type", filter.Type, "Type").With(page);
        return await ListAsync(call, request, _formats.Interconnect, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CniInterconnect> GetInterconnectAsync(CniCall call, string name, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get(InterconnectPath(call, name)), _formats.Interconnect, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniInterconnect> CreateInterconnectAsync(CniCall call, CniInterconnectCreation creation, CancellationToken cancellationToken)
    {
        string path = Path(call, "interconnects");
        ApiRequest request = ApiRequest.Post(path, _formats.ToCreation(call.AccountId, creation), Secrets(creation));
        return await ReadAsync(call, request, _formats.Interconnect, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteInterconnectAsync(CniCall call, string name, CancellationToken cancellationToken) =>
        await _transport.DeleteAsync(call, ApiRequest.Delete(InterconnectPath(call, name)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniInterconnectStatus> GetInterconnectStatusAsync(CniCall call, string name, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(InterconnectPath(call, name) + "/status");
        CniInterconnectStatus read = await ReadAsync(call, request, _formats.Status, cancellationToken).ConfigureAwait(false);
        read.Interconnect = name;
        read.CheckedAt = _options.TimeProvider.GetUtcNow().LocalDateTime;
        return read;
    }

    /// <inheritdoc/>
    public async Task DownloadLoaAsync(CniCall call, string name, string? customerName, Stream destination, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(InterconnectPath(call, name) + "/loa", "application/pdf").With("name", customerName, "CustomerName");
        long start = destination.Position;
        await _transport.SendAsync(call, request, answer => PdfResponse.CopyAsync(answer, Rewound()), cancellationToken).ConfigureAwait(false);

        // A broken attempt may have left a part.
        Stream Rewound()
        {
            destination.Position = start;
            destination.SetLength(start);
            return destination;
        }
    }

    /// <inheritdoc/>
    public async Task<string> GetLoaDefaultNameAsync(CniCall call, string name, CancellationToken cancellationToken) =>
        await _transport.SendAsync(call, ApiRequest.Get(InterconnectPath(call, name) + "/loa/default"), answer => JsonResponse.ReadTextAsync(answer, "name"), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniPage<Cni>> ListCnisAsync(CniCall call, CniFilter filter, CniPageRequest page, CancellationToken cancellationToken)
    {
        ApiRequest request = ApiRequest.Get(Path(call, "cnis")).With("slot", filter.Slot).With("tunnel_id", filter.TunnelId, "TunnelId").With(page);
        return await ListAsync(call, request, _formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Cni> GetCniAsync(CniCall call, Guid cniId, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get(Path(call, "cnis", cniId)), _formats.Cni, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<Cni> CreateCniAsync(CniCall call, CniCreation creation, CancellationToken cancellationToken)
    {
        string path = Path(call, "cnis");
        ApiRequest request = ApiRequest.Post(path, _formats.Cni.ToCreation(call.AccountId, creation.Cni), Secrets(creation.Cni));
        return await ReadAsync(call, request, _formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Cni> UpdateCniAsync(CniCall call, Cni cni, CancellationToken cancellationToken)
    {
        string path = Path(call, "cnis", cni.Id);
        ApiRequest request = ApiRequest.Put(path, _formats.Cni.ToUpdate(cni), Secrets(cni));
        return await ReadAsync(call, request, _formats.Cni, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteCniAsync(CniCall call, Guid cniId, CancellationToken cancellationToken) =>
        await _transport.DeleteAsync(call, ApiRequest.Delete(Path(call, "cnis", cniId)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniSettings> GetSettingsAsync(CniCall call, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get(Path(call, "settings")), _formats.Settings, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniSettings> UpdateSettingsAsync(CniCall call, CniSettings settings, CancellationToken cancellationToken)
    {
        string path = Path(call, "settings");
        ApiRequest request = ApiRequest.Put(path, _formats.Settings.ToUpdate(settings));
        return await ReadAsync(call, request, _formats.Settings, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniMagicInterconnect>> ListMagicInterconnectsAsync(CniCall call, CancellationToken cancellationToken) =>
        (await ListAsync(call, ApiRequest.Get(MagicPath(call, "cf_interconnects")), _formats.MagicInterconnect, cancellationToken, "interconnects").ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniMagicRoute>> ListMagicRoutesAsync(CniCall call, CancellationToken cancellationToken) =>
        (await ListAsync(call, ApiRequest.Get(MagicPath(call, "routes")), _formats.MagicRoute, cancellationToken, "routes").ConfigureAwait(false)).Items;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CniAccount>> ListAccountsAsync(CniCall call, CancellationToken cancellationToken)
    {
        var accounts = new List<CniAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var guard = new CursorGuard();
        for (long? next = 1; next is { } number;)
        {
            ApiRequest request = ApiRequest.Get("/accounts").With("page", number).With("per_page", AccountsPerPage);
            CniPage<CniAccount> page = await ListAsync(call, request, _formats.Account, cancellationToken).ConfigureAwait(false);
            CniAccount[] news = [.. page.Items.Where(account => seen.Add(account.Id))];
            foreach (CniAccount account in news)
            {
                account.Origin = _origins.Of(call with { AccountId = account.Id });
            }

            accounts.AddRange(news);

            // Without a count of pages a server that doesn't know them returns the same again.
            bool isLast = page.TotalPages is { } total ? number >= total : news.Length == 0 || page.Items.Count < AccountsPerPage;
            next = isLast ? null : number + 1;
            guard.Check(next, news.Length);
        }

        return accounts.AsReadOnly();
    }

    /// <inheritdoc/>
    public async Task<CniTokenState> VerifyUserTokenAsync(CniCall call, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get("/user/tokens/verify"), _formats.TokenState, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<CniTokenState> VerifyAccountTokenAsync(CniCall call, CancellationToken cancellationToken) =>
        await ReadAsync(call, ApiRequest.Get(AccountPath(call) + "/tokens/verify"), _formats.TokenState, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<DateTimeOffset> PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await _options.TimeProvider.DelayAsync(duration, cancellationToken).ConfigureAwait(false);
        return _options.TimeProvider.GetLocalNow();
    }

    /// <summary>Ends what is under way and closes the connections.</summary>
    public void Dispose() => _transport.Dispose();

    private static string AccountPath(CniCall call) => "/accounts/" + ApiPath.Segment(call.AccountId, "AccountId");

    private static string Path(CniCall call, string collection) => $"{AccountPath(call)}/cni/{collection}";

    private static string Path(CniCall call, string collection, Guid id) => $"{AccountPath(call)}/cni/{collection}/{id:D}";

    private static string MagicPath(CniCall call, string collection) => $"{AccountPath(call)}/magic/{collection}";

    private static string InterconnectPath(CniCall call, string name) => $"{Path(call, "interconnects")}/{ApiPath.Segment(name, "Name")}";

    private static string[] Secrets(CniModel model) => CniFieldChanges.Secrets(model).ToArray();

    private Task<T> ReadAsync<T>(CniCall call, ApiRequest request, ModelFormat<T> format, CancellationToken cancellationToken)
        where T : CniModel
    {
        CniOrigin origin = _origins.Of(call);
        return _transport.SendAsync(call, request, answer => JsonResponse.ReadAsync(answer, format, _formats.Texts, origin), cancellationToken);
    }

    private Task<CniPage<T>> ListAsync<T>(CniCall call, ApiRequest request, ModelFormat<T> format, CancellationToken cancellationToken, string name = "items")
        where T : CniModel
    {
        CniOrigin origin = _origins.Of(call);
        return _transport.SendAsync(call, request, answer => JsonResponse.ReadPageAsync(answer, format, _formats.Texts, origin, name), cancellationToken);
    }
}
