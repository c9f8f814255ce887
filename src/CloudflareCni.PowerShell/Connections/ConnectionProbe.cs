using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Tests a connection. It only reads.</summary>
internal sealed class ConnectionProbe(CniConnection connection, Func<string, ICniAccountClient> getClient, string? accountId, CancellationToken cancellationToken)
{
    private readonly ICniAccountClient _client = getClient("");

    /// <summary>Requests the status of the credential, its accounts, and one object of each kind.</summary>
    /// <returns>The result. If the API rejects a request, the result says so, and no exception is thrown.</returns>
    public async Task<CniConnectionTest> RunAsync()
    {
        Verdict verdict = connection.Email is null ? await VerifyTokenAsync().ConfigureAwait(false) : await VerifyKeyAsync().ConfigureAwait(false);
        (CniAccount? account, string? noAccount) = verdict.IsValid == true ? await FindAccountAsync(verdict.Accounts).ConfigureAwait(false) : default;
        string? accountTag = account?.Id ?? accountId;
        string? noReading = verdict.IsValid == true ? noAccount : "Access wasn't checked because the credential wasn't accepted.";
        var one = new CniPageRequest(Limit: 1);
        ICniAccountClient inAccount = getClient(accountTag ?? "");
        Task<CniAccess> slots = TryAsync(noReading, () => inAccount.ListSlotsAsync(new CniSlotFilter(), one, cancellationToken));
        Task<CniAccess> interconnects = TryAsync(noReading, () => inAccount.ListInterconnectsAsync(new CniInterconnectFilter(), one, cancellationToken));
        Task<CniAccess> cnis = TryAsync(noReading, () => inAccount.ListCnisAsync(new CniFilter(), one, cancellationToken));
        Task<CniAccess> settings = TryAsync(noReading, () => inAccount.GetSettingsAsync(cancellationToken));
        return new CniConnectionTest
        {
            BaseUri = connection.BaseUri,
            Credential = verdict.Credential,
            IsValid = verdict.IsValid,
            Status = verdict.Token?.Status,
            ExpiresOn = verdict.Token?.ExpiresOn?.ToLocalTime(),
            Reason = verdict.Reason,
            AccountId = accountTag,
            AccountName = account?.Name,
            Slots = await slots.ConfigureAwait(false),
            Interconnects = await interconnects.ConfigureAwait(false),
            Cnis = await cnis.ConfigureAwait(false),
            Settings = await settings.ConfigureAwait(false),
        };
    }

    private static async Task<CniAccess> TryAsync<T>(string? noReading, Func<Task<T>> read)
    {
        if (noReading is not null)
        {
            return new CniAccess(noReading);
        }

        try
        {
            await read().ConfigureAwait(false);
            return new CniAccess(reason: null);
        }
        catch (CniException refused)
        {
            return new CniAccess(refused.Message);
        }
    }

    private static bool? Accepts(CniException failure) => failure.Kind is CniErrorKind.AuthenticationFailed or CniErrorKind.BadRequest ? false : null;

    private async Task<Verdict> VerifyTokenAsync()
    {
        string ofUser = connection.IsSandbox ? "sandbox practice token" : "user API token";
        try
        {
            return Judge(ofUser, await _client.VerifyUserTokenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (CniException refused)
        {
            // The endpoint for user tokens doesn't know account tokens.
            return (Accepts(refused) == false || refused.Kind is CniErrorKind.AccessDenied or CniErrorKind.NotFound) && accountId is not null
                ? await VerifyAccountTokenAsync(accountId, refused).ConfigureAwait(false)
                : new Verdict("API token", Accepts(refused), refused.Message);
        }
    }

    private async Task<Verdict> VerifyAccountTokenAsync(string account, CniException refusedAsUser)
    {
        try
        {
            return Judge("account API token", await getClient(account).VerifyAccountTokenAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (CniException)
        {
            return new Verdict("API token", Accepts(refusedAsUser), refusedAsUser.Message);
        }
    }

    private async Task<Verdict> VerifyKeyAsync()
    {
        string key = $"global API key of {connection.Email}";
        try
        {
            // There's no endpoint that verifies a key. Listing its accounts does the same.
            return new Verdict(key, IsValid: true, Reason: null, Accounts: await _client.ListAccountsAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (CniException refused)
        {
            return new Verdict(key, Accepts(refused), refused.Message);
        }
    }

    private static Verdict Judge(string credential, CniTokenState token)
    {
        bool isActive = token.Status is null || token.Status.Equals("active", StringComparison.OrdinalIgnoreCase);
        return new Verdict(credential, isActive, isActive ? null : $"The token is {token.Status}, according to Cloudflare.", token);
    }

    private async Task<(CniAccount? Account, string? NoAccount)> FindAccountAsync(IReadOnlyList<CniAccount>? accounts)
    {
        try
        {
            accounts ??= await _client.ListAccountsAsync(cancellationToken).ConfigureAwait(false);
            return accountId is null
                ? (AccountFinder.Find(accounts), null)
                : (accounts.FirstOrDefault(account => account.Id.Equals(accountId, StringComparison.OrdinalIgnoreCase)), null);
        }
        catch (CniException failure)
        {
            // An account token may not be able to list accounts. If the account is specified, the read tests show more.
            return (null, accountId is null ? failure.Message : null);
        }
    }

    private sealed record Verdict(string Credential, bool? IsValid, string? Reason, CniTokenState? Token = null, IReadOnlyList<CniAccount>? Accounts = null);
}
