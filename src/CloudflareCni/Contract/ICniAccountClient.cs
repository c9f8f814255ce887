using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni;

/// <summary>The operations of the CNI API in one account, and those beside it that connecting needs. <see cref="ICniClient.For"/> returns one.</summary>
/// <remarks>
/// Every method is safe to call from any thread, many at a time. Each fails with a <see cref="CniApiException"/>, with a
/// <see cref="CniArgumentException"/> before any request when a name can't stand in a path, or with an
/// <see cref="OperationCanceledException"/> when its token was cancelled. A cancelled token ends the reading of a body too.
/// </remarks>
public interface ICniAccountClient
{
    /// <summary>Lists slots, one page (<c>GET /accounts/{account_id}/cni/slots</c>).</summary>
    /// <param name="filter">Which slots.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<CniSlot>> ListSlotsAsync(CniSlotFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a slot (<c>GET /accounts/{account_id}/cni/slots/{slot}</c>).</summary>
    /// <param name="slotId">The slot.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The slot.</returns>
    Task<CniSlot> GetSlotAsync(Guid slotId, CancellationToken cancellationToken);

    /// <summary>Lists interconnects, one page (<c>GET /accounts/{account_id}/cni/interconnects</c>).</summary>
    /// <param name="filter">Which interconnects.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<CniInterconnect>> ListInterconnectsAsync(CniInterconnectFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads an interconnect (<c>GET /accounts/{account_id}/cni/interconnects/{icon}</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The interconnect.</returns>
    Task<CniInterconnect> GetInterconnectAsync(string name, CancellationToken cancellationToken);

    /// <summary>Creates an interconnect (<c>POST /accounts/{account_id}/cni/interconnects</c>).</summary>
    /// <param name="creation">What to create.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new interconnect.</returns>
    Task<CniInterconnect> CreateInterconnectAsync(CniInterconnectCreation creation, CancellationToken cancellationToken);

    /// <summary>Deletes an interconnect (<c>DELETE /accounts/{account_id}/cni/interconnects/{icon}</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>When it is deleted.</returns>
    Task DeleteInterconnectAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads an interconnect's state (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/status</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The state.</returns>
    Task<CniInterconnectStatus> GetInterconnectStatusAsync(string name, CancellationToken cancellationToken);

    /// <summary>Copies the Letter of Authorization into a stream (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/loa</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="customerName">The name to print in place of the account's, at most 200 characters; null for the default.</param>
    /// <param name="destination">Where the PDF goes; it must be able to seek, since a broken try is overwritten by the next. After a failure it may hold a part.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>When the whole PDF was written. What came was checked to be one.</returns>
    Task DownloadLoaAsync(string name, string? customerName, Stream destination, CancellationToken cancellationToken);

    /// <summary>Reads the customer name that a LOA carries by default (<c>GET /accounts/{account_id}/cni/interconnects/{icon}/loa/default</c>).</summary>
    /// <param name="name">The interconnect's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The name.</returns>
    Task<string> GetLoaDefaultNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Lists CNIs, one page (<c>GET /accounts/{account_id}/cni/cnis</c>).</summary>
    /// <param name="filter">Which CNIs.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The page.</returns>
    Task<CniPage<Cni>> ListCnisAsync(CniFilter filter, CniPageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a CNI (<c>GET /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cniId">The CNI.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The CNI.</returns>
    Task<Cni> GetCniAsync(Guid cniId, CancellationToken cancellationToken);

    /// <summary>Creates a CNI (<c>POST /accounts/{account_id}/cni/cnis</c>).</summary>
    /// <param name="creation">What to create.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The new CNI, with the addresses that the API chose.</returns>
    Task<Cni> CreateCniAsync(CniCreation creation, CancellationToken cancellationToken);

    /// <summary>Updates a CNI (<c>PUT /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cni">The whole CNI as it shall be, unknown fields included.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The CNI as it is now.</returns>
    Task<Cni> UpdateCniAsync(Cni cni, CancellationToken cancellationToken);

    /// <summary>Deletes a CNI (<c>DELETE /accounts/{account_id}/cni/cnis/{cni}</c>).</summary>
    /// <param name="cniId">The CNI.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>When it is deleted.</returns>
    Task DeleteCniAsync(Guid cniId, CancellationToken cancellationToken);

    /// <summary>Reads the account's CNI settings (<c>GET /accounts/{account_id}/cni/settings</c>).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The settings.</returns>
    Task<CniSettings> GetSettingsAsync(CancellationToken cancellationToken);

    /// <summary>Changes the account's CNI settings (<c>PUT /accounts/{account_id}/cni/settings</c>).</summary>
    /// <param name="settings">The whole settings as they shall be, unknown fields included; a null ASN clears it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The settings as they are now.</returns>
    Task<CniSettings> UpdateSettingsAsync(CniSettings settings, CancellationToken cancellationToken);

    /// <summary>Lists every account that the credential reaches (<c>GET /accounts</c>, all its pages). The account is not used.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The accounts.</returns>
    Task<IReadOnlyList<CniAccount>> ListAccountsAsync(CancellationToken cancellationToken);

    /// <summary>Asks whether a user's token is valid (<c>GET /user/tokens/verify</c>). The account is not used.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The token's state.</returns>
    Task<CniTokenState> VerifyUserTokenAsync(CancellationToken cancellationToken);

    /// <summary>Asks whether an account's own token is valid (<c>GET /accounts/{account_id}/tokens/verify</c>).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The token's state.</returns>
    Task<CniTokenState> VerifyAccountTokenAsync(CancellationToken cancellationToken);
}
