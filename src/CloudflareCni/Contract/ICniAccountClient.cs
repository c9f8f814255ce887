using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni;

/// <summary>The operations of the CNI API in one account, and the other operations that a connection needs. <see cref="ICniClient.For"/> returns an instance.</summary>
/// <remarks>
/// Every method can be called from any thread, also concurrently. A method throws a <see cref="CniApiException"/>, a
/// <see cref="CniArgumentException"/> before any request if a name can't be part of a path, or an
/// <see cref="OperationCanceledException"/> if its token is cancelled. A cancelled token also stops the reading of a body.
/// </remarks>
public interface ICniAccountClient
{
    /// <summary>Lists one page of slots (<c>GET /accounts/{account_id}/cni/slots</c>).</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="page">The page to read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<CniSlot>> ListSlotsAsync(CniSlotFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a slot (<c>GET /accounts/{account_id}/cni/slots/{slot}</c>).</summary>
    /// <param name="slotId">The slot.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The slot.</returns>
    Task<CniSlot> GetSlotAsync(Guid slotId, CancellationToken cancellationToken);

    /// <summary>Lists one page of interconnects (<c>GET /accounts/{account_id}/cni/interconnects</c>).</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="page">The page to read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<CniInterconnect>> ListInterconnectsAsync(CniInterconnectFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads an interconnect (<c>GET /accounts/{account_id}/cni/interconnects/{icon}</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The interconnect.</returns>
    Task<CniInterconnect> GetInterconnectAsync(string name, CancellationToken cancellationToken);

    /// <summary>Creates an interconnect (<c>POST /accounts/{account_id}/cni/interconnects</c>).</summary>
    /// <param name="creation">The object to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The new interconnect.</returns>
    Task<CniInterconnect> CreateInterconnectAsync(CniInterconnectCreation creation, CancellationToken cancellationToken);

    /// <summary>Deletes an interconnect (<c>DELETE /accounts/{account_id}/cni/interconnects/{icon}</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the object is deleted.</returns>
    Task DeleteInterconnectAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads an interconnect's state (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/status</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The state.</returns>
    Task<CniInterconnectStatus> GetInterconnectStatusAsync(string name, CancellationToken cancellationToken);

    /// <summary>Copies the Letter of Authorization into a stream (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/loa</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="customerName">The name to print instead of the account's, at most 200 characters, or <see langword="null"/> for the default.</param>
    /// <param name="destination">The stream for the PDF. It must be seekable, because a retry overwrites a failed attempt. After a failure, it can contain a part.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the whole PDF is written. The content is checked to be a PDF.</returns>
    Task DownloadLoaAsync(string name, string? customerName, Stream destination, CancellationToken cancellationToken);

    /// <summary>Reads the default customer name of an LOA (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/loa/default</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The name.</returns>
    Task<string> GetLoaDefaultNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Lists one page of CNIs (<c>GET /accounts/{account_id}/cni/cnis</c>).</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="page">The page to read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<Cni>> ListCnisAsync(CniFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a CNI (<c>GET /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cniId">The CNI.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The CNI.</returns>
    Task<Cni> GetCniAsync(Guid cniId, CancellationToken cancellationToken);

    /// <summary>Creates a CNI (<c>POST /accounts/{account_id}/cni/cnis</c>).</summary>
    /// <param name="creation">The object to create.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The new CNI, with the addresses that the API chose.</returns>
    Task<Cni> CreateCniAsync(CniCreation creation, CancellationToken cancellationToken);

    /// <summary>Updates a CNI (<c>PUT /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cni">The complete updated CNI, including unknown fields.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated CNI.</returns>
    Task<Cni> UpdateCniAsync(Cni cni, CancellationToken cancellationToken);

    /// <summary>Deletes a CNI (<c>DELETE /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cniId">The CNI.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that completes when the object is deleted.</returns>
    Task DeleteCniAsync(Guid cniId, CancellationToken cancellationToken);

    /// <summary>Reads the account's CNI settings (<c>GET /accounts/{account_id}/cni/settings</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The settings.</returns>
    Task<CniSettings> GetSettingsAsync(CancellationToken cancellationToken);

    /// <summary>Changes the account's CNI settings (<c>PUT /accounts/{account_id}/cni/settings</c>).</summary>
    /// <param name="settings">The complete updated settings, including unknown fields. A <c>null</c> ASN clears the current one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The updated settings.</returns>
    Task<CniSettings> UpdateSettingsAsync(CniSettings settings, CancellationToken cancellationToken);

    /// <summary>Lists all Magic interconnects, the Magic sides of the account's links (<c>GET /accounts/{account_id}/magic/cf_interconnects</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The Magic interconnects, in the API's order.</returns>
    /// <exception cref="CniApiException">The request failed. For an account without Magic Transit and Magic WAN, the API returns 403 or 404.</exception>
    Task<IReadOnlyList<CniMagicInterconnect>> ListMagicInterconnectsAsync(CancellationToken cancellationToken);

    /// <summary>Lists all static routes of the Magic routing table (<c>GET /accounts/{account_id}/magic/routes</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The routes, in the API's order.</returns>
    /// <exception cref="CniApiException">The request failed. For an account without Magic Transit and Magic WAN, the API returns 403 or 404.</exception>
    Task<IReadOnlyList<CniMagicRoute>> ListMagicRoutesAsync(CancellationToken cancellationToken);

    /// <summary>Lists every account that the credential can access (<c>GET /accounts</c>, all pages). The account isn't used.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The accounts.</returns>
    Task<IReadOnlyList<CniAccount>> ListAccountsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the state of a user's token (<c>GET /user/tokens/verify</c>). The account isn't used.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token's state.</returns>
    Task<CniTokenState> VerifyUserTokenAsync(CancellationToken cancellationToken);

    /// <summary>Reads the state of an account's own token (<c>GET /accounts/{account_id}/tokens/verify</c>).</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The token's state.</returns>
    Task<CniTokenState> VerifyAccountTokenAsync(CancellationToken cancellationToken);
}
