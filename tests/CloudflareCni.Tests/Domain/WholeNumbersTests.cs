using System;
using System.Globalization;
using System.Numerics;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class WholeNumbersTests
{
    public static TheoryData<object, long> Readable => new()
    {
        { "1500", 1500 },
        { " 1500\r", 1500 },
        { "-1", -1 },
        { "0", 0 },
        { "9", 9 },
        { 9007199254740992.0, 9007199254740992 },
        { 1500, 1500 },
        { (byte)7, 7 },
        { long.MinValue, long.MinValue },
        { (ulong)long.MaxValue, long.MaxValue },
        { new BigInteger(1500), 1500 },
        { 1500.0, 1500 },
        { 1500f, 1500 },
        { 1500.00m, 1500 },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_whole_number_is_read(object value, long expected)
    {
        Assert.True(WholeNumbers.TryRead(value, null, out long number, out string problem), problem);
        Assert.Equal(expected, number);
        Assert.Empty(problem);
    }

    public static TheoryData<object?> Unreadable =>
    [
        "1475.5", "1500.0", "1,500", "1.500", "1 500", "1\u00A0500", "1'500", "1_500", "1e3", "0x5DC", "5DCh", "+1500", "--1", "-", "$1500", "1kb", "\u0661\u0665", "many", "", " ",
        "99999999999999999999", "15\0", 9007199254740994.0, ulong.MaxValue, 1475.5, 1475.5m, 1e300, double.NaN, double.NegativeInfinity, true, false, 'a', DayOfWeek.Monday, DateTime.UnixEpoch, null!,
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Anything_else_is_rejected(object? value)
    {
        Assert.False(WholeNumbers.TryRead(value, null, out long number, out string problem));
        Assert.Equal(0, number);
        Assert.Contains("isn't a valid whole number", problem, StringComparison.Ordinal);
    }

    public static TheoryData<object?, string> Displayed => new()
    {
        { null, "An empty value" },
        { "a\nb", @"'a\u000Ab'" },
        { true, "True" },
        { false, "False" },
        { 1475.5, "1475.5" },
        { ulong.MaxValue, "18446744073709551615" },
        { BigInteger.Pow(10, 30), "1000000000000000000000000000000" },
        { DateTime.UnixEpoch, "A value of the type DateTime" },
    };

    [Theory]
    [MemberData(nameof(Displayed))]
    public void The_error_shows_the_value_or_its_type(object? value, string shown)
    {
        Assert.False(WholeNumbers.TryRead(value, null, out _, out string problem));
        Assert.Equal($"{shown} isn't a valid whole number. Write it in digits only, such as 1500.", problem);
    }

    [Theory]
    [InlineData(1000.0, "1e3")]
    [InlineData(1500.0, "1500.0")]
    public void The_number_as_typed_decides(double value, string asTyped)
    {
        Assert.False(WholeNumbers.TryRead(value, asTyped, out _, out string problem));
        Assert.StartsWith(asTyped, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",", ".", "-")]
    [InlineData(",", "\u00A0", "-")]
    [InlineData("\u066B", "\u066C", "\u061C-")]
    public void The_culture_makes_no_difference(string decimalSeparator, string groupSeparator, string negativeSign)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // The tests run in globalization-invariant mode, so a culture of this kind is created and not looked up.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
            culture.NumberFormat.NumberGroupSeparator = groupSeparator;
            culture.NumberFormat.NegativeSign = negativeSign;
            CultureInfo.CurrentCulture = culture;
            Assert.False(WholeNumbers.TryRead("1.500", null, out _, out _));
            Assert.False(WholeNumbers.TryRead("1,5", null, out _, out _));
            Assert.True(WholeNumbers.TryRead("-1500", null, out long number, out _));
            Assert.Equal(-1500, number);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
