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
        "99999999999999999999", ulong.MaxValue, 1475.5, 1475.5m, 1e300, double.NaN, double.NegativeInfinity, true, false, 'a', DayOfWeek.Monday, DateTime.UnixEpoch, null!,
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Anything_else_is_refused(object? value)
    {
        Assert.False(WholeNumbers.TryRead(value, null, out _, out string problem));
        Assert.Contains("isn't a valid whole number", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000.0, "1e3")]
    [InlineData(1500.0, "1500.0")]
    public void What_was_typed_counts(double value, string asTyped)
    {
        Assert.False(WholeNumbers.TryRead(value, asTyped, out _, out string problem));
        Assert.StartsWith(asTyped, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("ar-SA")]
    public void A_culture_makes_no_difference(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
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
