using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace CloudflareCni.Tests.Properties;

/// <summary>Generates JSON as text, so that escapes, the forms of numbers and the order of fields vary too.</summary>
internal static class JsonGen
{
    private const int DeepestValue = 5;
    private const int Surrogates = 0xE000 - 0xD800;

    /// <summary>Names similar to those that models or JSON readers know.</summary>
    private static readonly string[] Lookalikes = ["", "Id", "ID", "id ", "$type", "$ref", "__proto__", "Name", "next", "cursor", "custIp", "a.b", "a[0]"];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Character = Gen.Frequency(
        (6, Gen.Char[' ', '~'].Select(one => one.ToString())),
        (1, Gen.Char['\0', '\u001F'].Select(one => one.ToString())),
        (1, Cases.Any("\"", "\\", "/", "\u007F", "\u2028", "\u202E", "\uFEFF", "\uFFFD", "\uFFFF", "<", "&", "'", "\U0001F600")),
        (1, Gen.Int[0, 0x10FFFF - Surrogates].Select(code => char.ConvertFromUtf32(code < 0xD800 ? code : code + Surrogates))));

    /// <summary>Any text that .NET and UTF-8 can represent.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (10, Character.Array[0, 12].Select(string.Concat)),
        (1, Character.Array[50, 200].Select(string.Concat)));

    /// <summary>Text as JSON, in one of its equivalent forms.</summary>
    public static Gen<string> Literal { get; } = Quoted(Text);

    /// <summary>
    /// A number that the client keeps exactly: an integer of up to 60 digits, a fraction that a decimal can represent, or a fraction of up to
    /// 15 digits in the range of a double.
    /// </summary>
    public static Gen<string> Number { get; } = Gen.Frequency(
        (3, Gen.Long.Select(one => one.ToString(CultureInfo.InvariantCulture))),
        (3, Gen.Int[-1000, 100_000].Select(one => one.ToString(CultureInfo.InvariantCulture))),
        (2, Gen.Decimal.Select(one => one.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Select(Gen.Char['0', '9'].Array[1, 60], Gen.Bool).Select((digits, negative) =>
            (negative ? "-" : "") + BigInteger.Parse(new string(digits), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Select(Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[-280, 280], Cases.Any("e", "E"), Gen.Bool).Select((digits, power, mark, sign) =>
            $"{digits.ToString(CultureInfo.InvariantCulture)}{mark}{(sign && power >= 0 ? "+" : "")}{power.ToString(CultureInfo.InvariantCulture)}")));

    /// <summary>A value that isn't an object or array.</summary>
    public static Gen<string> Scalar { get; } = Gen.Frequency((1, Cases.Any("null", "true", "false")), (2, Number), (2, Literal));

    /// <summary>Any value.</summary>
    public static Gen<string> Value { get; } = Gen.Recursive<string>((depth, self) => depth >= DeepestValue
        ? Scalar
        : Gen.Frequency((6, Scalar), (1, self.Array[0, 4].Select(List)), (1, Fields(self, []).Select(Object))));

    /// <summary>White space between tokens.</summary>
    public static Gen<string> Space { get; } = Cases.Any("", "", "", " ", "\n", "\r\n\t ");

    /// <summary>Text in quotation marks.</summary>
    public static Gen<string> Quoted(Gen<string> text) => Gen.Select(text, Gen.Int[0, 2]).Select((one, form) => form switch
    {
        0 => JsonSerializer.Serialize(one),
        1 => JsonSerializer.Serialize(one, Relaxed),
        _ => $"\"{string.Concat(one.Select(unit => $@"\u{(int)unit:x4}"))}\"",
    });

    /// <summary>Fields that a model doesn't know, with different names.</summary>
    public static Gen<string[]> UnknownFields(params string[] known) => Fields(Value, known);

    /// <summary>A field.</summary>
    public static Gen<string> Field(string name, Gen<string> value) => value.Select(one => $"\"{name}\":{one}");

    /// <summary>A field that can be missing or null.</summary>
    public static Gen<string?> Optional(string name, Gen<string> value) => Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (1, Gen.Const((string?)$"\"{name}\":null")),
        (3, Field(name, value).Select(one => (string?)one)));

    /// <summary>An object of known and unknown fields in any order.</summary>
    /// <param name="known">The names of the known fields.</param>
    /// <param name="fields">The known fields, or <see langword="null"/> for a missing one.</param>
    public static Gen<string> ObjectOf(string[] known, params Gen<string?>[] fields) =>
        Gen.Select(fields.ShuffleSelect(), UnknownFields(known), Gen.Int[0, 20], Space).Select((some, others, place, space) =>
        {
            string[] kept = some.OfType<string>().ToArray();
            int before = Math.Min(place, kept.Length);
            return Object([.. kept[..before], .. others, .. kept[before..]], space);
        });

    /// <summary>A list of values.</summary>
    public static string List(params string[] items) => $"[{string.Join(',', items)}]";

    /// <summary>Encodes the text as the bytes of a response.</summary>
    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    private static Gen<string[]> Fields(Gen<string> value, string[] known) =>
        Gen.Select(Gen.Frequency((3, Text), (1, Cases.Any(Lookalikes))).Where(name => !known.Contains(name)), value).Array[0, 4].Select(fields =>
            fields.DistinctBy(field => field.Item1).Select(field => $"{JsonSerializer.Serialize(field.Item1)}:{field.Item2}").ToArray());

    private static string Object(string[] fields) => Object(fields, "");

    private static string Object(string[] fields, string space) => $"{{{space}{string.Join($",{space}", fields)}{space}}}";
}
