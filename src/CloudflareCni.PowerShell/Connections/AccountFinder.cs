using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Finds the account to act in if none is specified.</summary>
internal static class AccountFinder
{
    private const int MaxListedAccounts = 10;

    /// <summary>Gets the only account that the credential has access to.</summary>
    /// <exception cref="CniArgumentException">There is no account, or there are several. The message lists them.</exception>
    public static CniAccount Find(IReadOnlyList<CniAccount> accounts)
    {
        if (accounts.Count == 1)
        {
            return accounts[0];
        }

        if (accounts.Count == 0)
        {
            throw new CniArgumentException(
                "AccountId", "The credential is valid, but it can't list any accounts. Use -AccountId to specify the account, or check the token's permissions.");
        }

        string names = string.Join(", ", accounts.Take(MaxListedAccounts)) + (accounts.Count > MaxListedAccounts ? ", …" : "");
        throw new CniArgumentException("AccountId", $"The credential has access to {accounts.Count} accounts: {names}. Use -AccountId to choose one.");
    }
}
