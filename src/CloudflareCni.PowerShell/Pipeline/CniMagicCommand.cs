using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that reads what Magic Transit and Magic WAN know of an account's links.</summary>
public abstract class CniMagicCommand : CniCommand
{
    /// <summary>Waits for a list of the Magic side.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="request">The request under way.</param>
    /// <returns>The list; null if the account has no Magic side.</returns>
    private protected IReadOnlyList<T>? WaitForMagic<T>(Task<IReadOnlyList<T>> request)
    {
        try
        {
            return Wait(request);
        }
        catch (CniApiException refusal) when (MagicRules.IsWithoutMagic(refusal))
        {
            WriteVerbose($"The account has no Magic Transit or Magic WAN that this credential can read, so there is nothing to return. {refusal.Message}");
            return null;
        }
    }
}
