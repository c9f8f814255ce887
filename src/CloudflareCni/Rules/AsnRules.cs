using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareCni;

/// <summary>Checks AS numbers.</summary>
public static class AsnRules
{
    /// <summary>Cloudflare's own AS number, which an account uses unless its settings say otherwise.</summary>
    public const long Cloudflare = 13335;

    private const long Max = uint.MaxValue;
    private const long AsTrans = 23456;
    private const long Last16Bit = 65535;
    private const long First16BitPrivate = 64512;
    private const long First32BitPrivate = 4200000000;
    private const int BitsOfHalf = 16;

    /// <summary>Reads an AS number: a whole number, or text in asplain (<c>65546</c>) or asdot (<c>1.10</c>) notation (RFC 5396).</summary>
    /// <remarks>
    /// PowerShell reads an unquoted 1.10 as the floating-point number 1.1, and 2.0 as 2, so the AS number that was typed is lost. A
    /// floating-point number is accepted only if it can't be asdot notation: if it has no fraction and is at least 65536.
    /// </remarks>
    /// <param name="value">The value: any integer type, or text.</param>
    /// <param name="asTyped">The text of a literal as it's written in the script, or <see langword="null"/> if it isn't known.</param>
    /// <param name="asn">The number. <see cref="Check"/> can still refuse it.</param>
    /// <param name="problem">A sentence for the user that says why the value can't be read; empty if it can.</param>
    /// <returns><c>true</c> if the value is a whole number or asdot notation; otherwise, <c>false</c>.</returns>
    public static bool TryRead(object? value, string? asTyped, out long asn, out string problem)
    {
        bool isReal = WholeNumbers.IsReal(value);
        if ((value is string text && TryReadAsdot(text.Trim(), out asn))
            || (WholeNumbers.TryRead(value, asTyped, out asn, out problem) && (!isReal || asn > Last16Bit)))
        {
            problem = "";
            return true;
        }

        string shown = WholeNumbers.Display(value, asTyped);
        problem = isReal
            ? $"{shown} is a floating-point number, so it's unclear which AS number is meant: an unquoted 1.10 becomes 1.1. "
                + "Write asdot notation in quotes, such as '1.10', and any other AS number in digits only, such as 64512."
            : $"{shown} isn't an AS number. Write it in digits only, such as 64512, or in asdot notation in quotes, such as '1.10'.";
        return false;
    }

    /// <summary>Checks an AS number.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="asn">The AS number.</param>
    /// <returns>The AS number.</returns>
    /// <exception cref="CniArgumentException">The number is less than 1 or greater than 4294967295.</exception>
    public static long Check(string parameterName, long asn) => asn is >= 1 and <= Max
        ? asn
        : throw new CniArgumentException(parameterName, $"{DisplayText.Number(asn)} isn't an AS number. Use a whole number from 1 to 4294967295.");

    /// <summary>Returns warnings about a valid AS number for the customer's end.</summary>
    /// <param name="asn">The customer's AS number.</param>
    /// <param name="accountAsn">The account's default AS number, or <see langword="null"/> if it isn't known.</param>
    /// <returns>The warnings; empty if there are none.</returns>
    public static IReadOnlyList<string> WarnCustomer(long asn, long? accountAsn = null)
    {
        var warnings = new List<string>();
        if (asn == Cloudflare)
        {
            warnings.Add("AS13335 is Cloudflare's own AS number. Sessions are eBGP only, so use a different AS number for the customer's end.");
        }
        else if (asn == accountAsn)
        {
            warnings.Add($"AS{DisplayText.Number(asn)} is also the account's default AS number. Sessions are eBGP only, so use a different AS number for the customer's end.");
        }

        AddReserved(warnings, asn);
        if (IsPrivate(asn))
        {
            warnings.Add($"AS{DisplayText.Number(asn)} is private (RFC 6996). Cloudflare's documentation isn't consistent about whether a private AS number is allowed.");
        }

        return warnings;
    }

    /// <summary>Returns warnings about a valid AS number for Cloudflare's end.</summary>
    /// <param name="asn">The account's default AS number.</param>
    /// <returns>The warnings; empty if there are none.</returns>
    public static IReadOnlyList<string> WarnAccount(long asn)
    {
        var warnings = new List<string>();
        AddReserved(warnings, asn);
        if (asn >= First32BitPrivate && IsPrivate(asn))
        {
            warnings.Add($"AS{DisplayText.Number(asn)} is private (RFC 6996), but Cloudflare documents only 64512 to 65534 as private AS numbers for an account. Cloudflare may refuse it.");
        }

        return warnings;
    }

    private static bool IsPrivate(long asn) => asn is (>= First16BitPrivate and < Last16Bit) or (>= First32BitPrivate and < Max);

    private static void AddReserved(List<string> warnings, long asn)
    {
        if (asn == AsTrans)
        {
            warnings.Add("AS23456 is AS_TRANS, the placeholder for 4-byte AS numbers (RFC 6793). No network can use it as its own.");
        }
        else if (asn is Last16Bit or Max)
        {
            warnings.Add($"AS{DisplayText.Number(asn)} is reserved (RFC 7300). No network can use it as its own.");
        }
    }

    private static bool TryReadAsdot(string text, out long asn)
    {
        asn = 0;
        string[] halves = text.Split('.');
        if (halves.Length != 2 || !TryReadHalf(halves[0], out long high) || !TryReadHalf(halves[1], out long low))
        {
            return false;
        }

        asn = (high << BitsOfHalf) + low;
        return true;
    }

    private static bool TryReadHalf(string text, out long half)
    {
        half = 0;
        bool isPlain = text.Length is >= 1 and <= 5 && text.All(digit => digit is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0');
        return isPlain && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out half) && half <= Last16Bit;
    }
}
