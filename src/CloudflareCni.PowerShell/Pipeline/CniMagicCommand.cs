using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that read the Magic side of an account's links.</summary>
public abstract class CniMagicCommand : CniCommand
{
    /// <summary>Waits for a list from the Magic side.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="request">The running request.</param>
    /// <returns>The list, or <see langword="null"/> if the account doesn't have a Magic side.</returns>
    private protected IReadOnlyList<T>? WaitForMagic<T>(Task<IReadOnlyList<T>> request)
    {
        try
        {
            return Wait(request);
        }
        catch (CniApiException refusal) when (MagicRules.IsWithoutMagic(refusal))
        {
            WriteVerbose($"The credential can't read Magic Transit or Magic WAN in this account, so there is nothing to return. {refusal.Message}");
            return null;
        }
    }
}
