using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareCni;

/// <summary>What AS numbers may be.</summary>
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
    /// PowerShell reads an unquoted 1.10 as the floating-point number 1.1, and 2.0 as 2: neither shows any more which AS number was meant. A
    /// floating-point number is read only where it can't be one that was typed in asdot notation: without a fraction, and of 65536 or more.
    /// </remarks>
    /// <param name="value">The value: any integer type, or text.</param>
    /// <param name="asTyped">The text of a literal, as the script has it; null when it isn't known.</param>
    /// <param name="asn">The number, which <see cref="Check"/> still has to accept.</param>
    /// <param name="problem">Why the value can't be read, as a sentence for the user; empty when it can.</param>
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
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="asn">The AS number.</param>
    /// <returns>The AS number.</returns>
    /// <exception cref="CniArgumentException">It is less than 1 or more than 4294967295.</exception>
    public static long Check(string parameterName, long asn) => asn is >= 1 and <= Max
        ? asn
        : throw new CniArgumentException(parameterName, $"{Shown.Number(asn)} isn't an AS number. Use a whole number from 1 to 4294967295.");

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

        AddReserved(warnings, asn);
        if (IsPrivate(asn))
        {
            warnings.Add($"AS{Shown.Number(asn)} is private (RFC 6996): Cloudflare's pages disagree whether a private AS number is allowed.");
        }

        return warnings;
    }

    /// <summary>What to tell the user about an AS number for Cloudflare's end that was checked.</summary>
    /// <param name="asn">The account's default AS number.</param>
    /// <returns>Warnings; empty for none.</returns>
    public static IReadOnlyList<string> WarnAccount(long asn)
    {
        var warnings = new List<string>();
        AddReserved(warnings, asn);
        if (asn >= First32BitPrivate && IsPrivate(asn))
        {
            warnings.Add($"AS{Shown.Number(asn)} is private (RFC 6996), and Cloudflare documents 64512 to 65534 as the private AS numbers of an account: it may be refused.");
        }

        return warnings;
    }

    private static bool IsPrivate(long asn) => asn is (>= First16BitPrivate and < Last16Bit) or (>= First32BitPrivate and < Max);

    private static void AddReserved(List<string> warnings, long asn)
    {
        if (asn == AsTrans)
        {
            warnings.Add("AS23456 is AS_TRANS, the stand-in for 4-byte AS numbers (RFC 6793): no network has it as its own.");
        }
        else if (asn is Last16Bit or Max)
        {
            warnings.Add($"AS{Shown.Number(asn)} is reserved (RFC 7300): no network has it as its own.");
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
