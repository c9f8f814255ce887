using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Numerics;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Properties;

/// <summary>Tests the network rules against independent sources: regular expressions, big integers, .NET's own networks, and the tables in the RFCs.</summary>
public sealed partial class RuleTests
{
    private const int Few = 3000;
    private const string Parameter = "TheParameter";
    private static readonly BigInteger Addresses = BigInteger.Pow(2, 32);

    // The AS numbers that the registries don't assign to a network.
    private static readonly (long First, long Last, string Word)[] SpecialAsns =
        [(23456, 23456, "AS_TRANS"), (65535, 65535, "reserved"), (4294967295, 4294967295, "reserved"), (64512, 65534, "private"), (4200000000, 4294967294, "private")];

    private static readonly Gen<int> Length = Gen.Frequency((2, Gen.Int[0, 32]), (1, Gen.Int[29, 32]));
    private static readonly Gen<uint> Address = Gen.Frequency((2, Gen.UInt), (1, Gen.UInt.Select(one => one & 0xFFFFFF00)), (1, Cases.Any(0u, 1u, uint.MaxValue, uint.MaxValue - 1)));

    private static readonly Gen<string> PrefixText = Gen.Frequency(
        (3, Gen.Select(Address, Length).Select(Text)),
        (3, Gen.Select(Gen.Select(Address, Length).Select(Text), Gen.Int[0, 100], Gen.Int[0, 2], Gen.Char["0123456789./: \t+-ax\u0660\uFF11\n"]).Select((text, place, how, one) => Mutate(text, place, how, one))),
        (1, Gen.Select(Gen.Int[-1, 300].Array[1, 6], Gen.Int[-1, 40]).Select((octets, length) => $"{string.Join('.', octets)}/{length}")),
        (1, Gen.String[Gen.Char["0123456789./"], 0, 20]),
        (1, JsonGen.Text));

    // Close together, so that most pairs are in the same prefix.
    private static readonly Gen<(string, string)> Ends = Gen.Select(Address, Length, Gen.UInt[0, 8], Gen.Int[0, 3]).Select((address, length, step, other) =>
        (Text(address, length), Text(unchecked(address ^ step), other == 0 ? (length + 1) % 33 : length)));

    private static readonly Gen<long> Asn = Gen.Frequency(
        (2, Gen.Long),
        (3, Gen.Long[-5, 70_000]),
        (2, Gen.Select(Cases.Any([0L, 13335, uint.MaxValue, long.MaxValue, long.MinValue, .. SpecialAsns.SelectMany(range => new[] { range.First, range.Last })]), Gen.Long[-2, 2]).Select((edge, step) => unchecked(edge + step))),
        (2, Gen.Long[0, uint.MaxValue]));

    private static readonly Gen<string> Key = Gen.Frequency(
        (3, Gen.String[Gen.Char[' ', '~'], 0, 40]), (2, Gen.String[Gen.Char["abcXYZ019 !#$%&'()*+,-./:;<=>@[\\]^_`{|}~"], 0, 80]), (1, JsonGen.Text));

    [Fact]
    public void A_prefix_is_read_like_a_regular_expression_and_big_integers_read_it() => PrefixText.Sample(
        text =>
        {
            bool readable = PrefixForm().IsMatch(text);
            Assert.Equal(readable, IpPrefix.TryParse(text, out IpPrefix prefix));
            if (!readable)
            {
                Assert.Equal(default, prefix);
                Refuses(() => IpPrefix.Parse(Parameter, text));
                return "no prefix";
            }

            (BigInteger address, BigInteger size) = Split(text);
            BigInteger first = address / size * size;
            Assert.Equal(text, prefix.ToString());
            Assert.Equal(prefix, IpPrefix.Parse(Parameter, text));
            Assert.Equal(address, Number(prefix.Address));
            Assert.Equal((first, prefix.Length), (Number(prefix.Network.Address), prefix.Network.Length));
            Assert.Equal((address == first, address == first + size - 1), (prefix.IsNetworkAddress, prefix.IsBroadcastAddress));
            return "a prefix";
        },
        Log,
        iter: Cases.Count(Few));

    [Fact]
    public void An_extra_prefix_is_valid_if_NET_accepts_it_as_a_network() => PrefixText.Sample(
        text =>
        {
            bool network = PrefixForm().IsMatch(text) && IPNetwork.TryParse(text, out IPNetwork parsed) && parsed.ToString() == text;
            if (network)
            {
                Assert.Equal(text, PrefixRules.CheckExtraPrefix(Parameter, text));
                return "a network";
            }

            Refuses(() => PrefixRules.CheckExtraPrefix(Parameter, text));
            return "no network";
        },
        Log,
        iter: Cases.Count(Few));

    [Fact]
    public void A_link_address_has_a_neighbour_and_is_not_the_network_or_broadcast_address() => PrefixText.Sample(
        text =>
        {
            bool correct = PrefixForm().IsMatch(text) && IsEnd(text);
            if (!correct)
            {
                Refuses(() => PointToPointRules.Check(Parameter, text));
                return "refused";
            }

            IpPrefix end = PointToPointRules.Check(Parameter, text);
            Assert.Equal(text, end.ToString());
            Assert.Equal(!text.EndsWith("/31", StringComparison.Ordinal), PointToPointRules.Warn(end) is not null);
            return "an end";
        },
        Log,
        iter: Cases.Count(Few));

    [Fact]
    public void Two_addresses_are_a_link_if_NET_finds_one_in_the_network_of_the_other() => Ends.Sample(
        ends =>
        {
            (string one, string other) = ends;
            (BigInteger address, BigInteger size) = Split(one);
            var network = new IPNetwork(ToAddress(address / size * size), Bits(one));
            bool correct = one != other && Bits(one) == Bits(other) && network.Contains(IPAddress.Parse(other.Split('/')[0]));
            var (custIp, p2pIp) = (IpPrefix.Parse(Parameter, one), IpPrefix.Parse(Parameter, other));
            if (!correct)
            {
                Refuses(() => PointToPointRules.CheckPair(Parameter, custIp, p2pIp));
                return "refused";
            }

            PointToPointRules.CheckPair(Parameter, custIp, p2pIp);
            PointToPointRules.CheckPair(Parameter, p2pIp, custIp);
            return "a link";
        },
        Log,
        iter: Cases.Count(Few));

    [Fact]
    public void An_AS_number_has_four_bytes_and_is_not_zero() => Asn.Sample(
        asn =>
        {
            if (new BigInteger(asn) > 0 && asn < Addresses)
            {
                Assert.Equal(asn, AsnRules.Check(Parameter, asn));
                return "an AS number";
            }

            Refuses(() => AsnRules.Check(Parameter, asn));
            return "none";
        },
        Log,
        iter: Cases.Count(Few));

    [Fact]
    public void An_AS_number_gets_the_warnings_that_follow_from_the_registries() =>
        Gen.Select(Asn.Where(asn => asn is > 0 and <= uint.MaxValue), Gen.OneOf(Gen.Const((long?)null), Cases.Any<long?>(13335, 64512, 65535), Gen.Long[1, 70_000].Select(asn => (long?)asn)), Gen.Bool).Sample(
            (asn, account, same) =>
            {
                account = same ? asn : account;
                string[] special = [.. SpecialAsns.Where(range => asn >= range.First && asn <= range.Last).Select(range => range.Word)];
                string[] customer = [.. asn == 13335 ? ["Cloudflare's own"] : asn == account ? (string[])["the account's default"] : [], .. special];
                AssertWords(asn is >= 64512 and <= 65534 ? [] : special, AsnRules.WarnAccount(asn));
                AssertWords(customer, AsnRules.WarnCustomer(asn, account));
                return $"{customer.Length} warnings";
            },
            Log,
            iter: Cases.Count(Few));

    [Fact]
    public void An_MD5_key_is_printable_ASCII_without_quotation_and_question_marks() => Key.Sample(
        key =>
        {
            if (KeyForm().IsMatch(key))
            {
                Assert.Equal(key, Md5KeyRules.Check(Parameter, key));
                return "a key";
            }

            string message = Refuses(() => Md5KeyRules.Check(Parameter, key));
            Assert.True(key.Length < 4 || !message.Contains(key, StringComparison.Ordinal), "the message repeats the key");
            return "refused";
        },
        Log,
        iter: Cases.Count(Few));

    [GeneratedRegex(@"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!/)|(?=/))){4}/(?:3[0-2]|[12]?[0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixForm();

    [GeneratedRegex(@"^[ !#-\x3E@-~]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();

    private static void Log(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static string Text(uint address, int length) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{length}";

    private static string Mutate(string text, int place, int how, char one) => how switch
    {
        0 => text.Insert(place % (text.Length + 1), one.ToString()),
        1 => text.Remove(place % text.Length, 1),
        _ => text.Remove(place % text.Length, 1).Insert(place % text.Length, one.ToString()),
    };

    private static int Bits(string prefix) => int.Parse(prefix.Split('/')[1], CultureInfo.InvariantCulture);

    // The address as a number, and the number of addresses in the prefix.
    private static (BigInteger Address, BigInteger Size) Split(string prefix) => (
        prefix.Split('/')[0].Split('.').Aggregate(BigInteger.Zero, (sum, octet) => (sum * 256) + BigInteger.Parse(octet, CultureInfo.InvariantCulture)),
        BigInteger.Pow(2, 32 - Bits(prefix)));

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    private static IPAddress ToAddress(BigInteger number) => IPAddress.Parse(number.ToString(CultureInfo.InvariantCulture));

    private static bool IsEnd(string prefix)
    {
        (BigInteger address, BigInteger size) = Split(prefix);
        BigInteger place = address % size;
        return size == 2 || (size > 2 && place > 0 && place < size - 1);
    }

    private static void AssertWords(string[] words, IReadOnlyList<string> warnings)
    {
        Assert.Equal(words.Length, warnings.Count);
        Assert.All(words.Zip(warnings), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    private static string Refuses(Action check)
    {
        CniArgumentException refusal = Assert.Throws<CniArgumentException>(check);
        Assert.Equal(Parameter, refusal.ParameterName);
        Assert.DoesNotContain(refusal.Message, char.IsControl);
        return refusal.Message;
    }
}
