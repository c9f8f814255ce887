using System;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace CloudflareCni;

/// <summary>Reads whole numbers that come from a user, a script or a file. Nothing is rounded, and the culture doesn't matter.</summary>
public static class WholeNumbers
{
    // A greater double can't represent every whole number.
    private const double MaxExactDouble = 9007199254740992;

    /// <summary>Reads a whole number.</summary>
    /// <remarks>
    /// A floating-point number without a fraction is accepted, because spreadsheets, JSON and <c>[math]</c> have no other kind. For one that was
    /// typed, the typed text counts: <c>1e3</c> and <c>1500.0</c> are refused, with quotes or without.
    /// </remarks>
    /// <param name="value">The value: any integer type, a floating-point number without a fraction, or text of ASCII digits.</param>
    /// <param name="asTyped">The text of a literal as it's written in the script, or <see langword="null"/> if it isn't known.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">A sentence for the user that says why the value can't be read; empty if it can.</param>
    /// <returns><c>true</c> if the value is a whole number; otherwise, <c>false</c>.</returns>
    public static bool TryRead(object? value, string? asTyped, out long number, out string problem)
    {
        bool isRead = value switch
        {
            string text => TryReadText(text.Trim(), out number),
            _ when IsReal(value) => TryReadReal(value!, out number) && (asTyped is null || TryReadText(asTyped, out _)),
            _ => TryReadInteger(value, out number),
        };
        problem = isRead ? "" : $"{Display(value, asTyped)} isn't a valid whole number. Write it in digits only, such as 1500.";
        return isRead;
    }

    /// <summary>Determines whether a value is a floating-point or decimal number.</summary>
    internal static bool IsReal(object? value) => value is double or float or decimal;

    /// <summary>Reads a floating-point or decimal number that has no fraction.</summary>
    internal static bool TryReadReal(object value, out long number)
    {
        double real = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        bool isWhole = value is decimal exact ? decimal.Truncate(exact) == exact : Math.Truncate(real) == real;
        bool isRead = isWhole && Math.Abs(real) <= MaxExactDouble;
        number = isRead ? (long)real : 0;
        return isRead;
    }

    /// <summary>Returns a value as a message shows it.</summary>
    internal static string Display(object? value, string? asTyped) => value switch
    {
        null => "An empty value",
        string text => DisplayText.Quote(text),
        _ when IsReal(value) => asTyped ?? Convert.ToString(value, CultureInfo.InvariantCulture)!,
        bool truth => truth ? "True" : "False",
        _ => TryReadInteger(value, out _) || value is ulong or BigInteger ? Convert.ToString(value, CultureInfo.InvariantCulture)! : $"A value of the type {value.GetType().Name}",
    };

    // ASCII digits only, and a minus sign, which the parameter's own range then refuses.
    private static bool TryReadText(string text, out long number)
    {
        number = 0;
        string digits = text.StartsWith("-", StringComparison.Ordinal) ? text.Substring(1) : text;
        return digits.All(digit => digit is >= '0' and <= '9')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryReadInteger(object? value, out long number)
    {
        BigInteger? whole = value switch
        {
            sbyte or short or int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            byte or ushort or uint or ulong => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
            BigInteger big => big,
            _ => null,
        };
        bool isRead = whole >= long.MinValue && whole <= long.MaxValue;
        number = isRead ? (long)whole!.Value : 0;
        return isRead;
    }
}
