using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Finds the account to act in when nobody named one.</summary>
internal static class AccountFinder
{
    private const int MostNamed = 10;

    /// <summary>The one account that the credential reaches.</summary>
    /// <exception cref="CniArgumentException">There is none, or there are several: the message lists them.</exception>
    public static CniAccount Find(IReadOnlyList<CniAccount> accounts)
    {
        if (accounts.Count == 1)
        {
            return accounts[0];
        }

        if (accounts.Count == 0)
        {
            throw new CniArgumentException(
                "AccountId", "The credential is valid but lists no account. Give the account's ID with -AccountId, or check the token's permissions.");
        }

        string names = string.Join(", ", accounts.Take(MostNamed)) + (accounts.Count > MostNamed ? ", …" : "");
        throw new CniArgumentException("AccountId", $"The credential reaches {accounts.Count} accounts: {names}. Choose one with -AccountId.");
    }
}
