using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>What AS numbers may be.</summary>
public static class AsnRules
{
    /// <summary>Cloudflare's own AS number, which an account uses unless its settings say otherwise.</summary>
    public const long Cloudflare = 13335;

    private const long Max = uint.MaxValue;
    private const long AsTrans = 23456;
    private const long Last16Bit = 65535;

    /// <summary>Checks an AS number.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="asn">The AS number.</param>
    /// <returns>The AS number.</returns>
    /// <exception cref="CniArgumentException">It is less than 1 or more than 4294967295.</exception>
    public static long Check(string parameterName, long asn) => asn is >= 1 and <= Max
        ? asn
        : throw new CniArgumentException(parameterName, $"{Shown.Number(asn)} is no AS number: give a whole number from 1 to 4294967295.");

    /// <summary>What to tell the user about an AS number for the customer's end that was checked.</summary>
    /// <param name="asn">The customer's AS number.</param>
    /// <param name="accountAsn">The account's default AS number; null when it is not known.</param>
    /// <returns>Warnings; empty for none.</returns>
    public static IReadOnlyList<string> WarnCustomer(long asn, long? accountAsn = null)
    {
        var warnings = new List<string>();
        if (asn == Cloudflare)
        {
            warnings.Add("AS13335 is Cloudflare's own: sessions are eBGP only, so the customer's AS number must be another.");
        }
        else if (asn == accountAsn)
        {
            warnings.Add($"AS{Shown.Number(asn)} is also the account's default: sessions are eBGP only, so the customer's AS number must be another.");
        }

        AddSpecial(warnings, asn);
        return warnings;
    }

    /// <summary>What to tell the user about an AS number for Cloudflare's end that was checked.</summary>
    /// <param name="asn">The account's default AS number.</param>
    /// <returns>Warnings; empty for none.</returns>
    public static IReadOnlyList<string> WarnAccount(long asn)
    {
        var warnings = new List<string>();
        AddSpecial(warnings, asn);
        return warnings;
    }

    private static void AddSpecial(List<string> warnings, long asn)
    {
        if (asn == AsTrans)
        {
            warnings.Add("AS23456 is AS_TRANS, the stand-in for 4-byte AS numbers (RFC 6793): no network has it as its own.");
        }
        else if (asn is Last16Bit or Max)
        {
            warnings.Add($"AS{Shown.Number(asn)} is reserved (RFC 7300): no network has it as its own.");
        }
        else if (asn is (>= 64512 and < Last16Bit) or (>= 4200000000 and < Max))
        {
            warnings.Add($"AS{Shown.Number(asn)} is private (RFC 6996): Cloudflare's pages disagree whether a private AS number is allowed.");
        }
    }
}
