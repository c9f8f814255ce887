using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;

namespace CloudflareCni.Tests.Properties;

/// <summary>Generates the bodies of responses: correct ones, nearly correct ones, and garbage.</summary>
internal static class Bodies
{
    // Bytes that JSON readers often fail on.
    private static readonly byte[][] ProblemBytes =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "false", "0", "-", "-0", "1e999", "1e-999", "99999999999999999999", "0x1", "01", ".5", "NaN", "//", "/**/",
            "\"\\ud800\"", "\\ud800", "\\udc00", "\\u0000", "\\u00", "\\x", "\0", "\u001F", "\uFEFF", "\u2028", "{}", "[]", "\"\"", "\"success\":false,", "\"success\":true,",
            "\"result\":", "\"result\":null,", "\"items\":", "\"next\":", "\"errors\":[{\"code\":10000,\"message\":\"no\"}],", "\"messages\":[\"\\ud800\"],", "\"\\ud800\":1,",
            "\"result_info\":{\"total_pages\":1e9},", "<html>", "%PDF-1.7\n", "%%EOF",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB], Encoding.ASCII.GetBytes(new string('[', 70)), Encoding.ASCII.GetBytes(new string('9', 1200)),
    ];

    // Lone surrogates: valid JSON, but not valid text.
    private static readonly string[] InvalidText = ["\"\\ud800\"", "\"\\udc00items\"", "\"result\\ud800\"", "\"\\ude00\\ud83d\""];

    private static readonly string[] Names =
    [
        .. ModelGen.CniFields, .. ModelGen.MagicFields, .. ModelGen.BgpFields, .. ModelGen.SettingsFields, .. ModelGen.SlotFields, .. ModelGen.FacilityFields, .. ModelGen.StatusFields,
        .. ModelGen.InterconnectFields, "items", "next", "result", "success", "errors", "error", "messages", "message", "code", "error_chain", "result_info", "total_pages", "detail", "title",
        "status", "not_before", "expires_on",
    ];

    /// <summary>The number of bytes of a body that arrive at a time.</summary>
    public static Gen<int> Piece { get; } = Gen.OneOf(Gen.Int[1, 9], Gen.Int[1, 5000]);

    private static Gen<string> Leaf { get; } = Gen.Frequency((12, JsonGen.Scalar), (1, Cases.Any(InvalidText)), (1, Cases.Any("1e999", "-0.0", "1e-400", new string('9', 1200))));

    private static Gen<string> Name { get; } = Gen.Frequency((12, Cases.Any(Names).Select(name => $"\"{name}\"")), (1, JsonGen.Literal), (1, Cases.Any(InvalidText)));

    /// <summary>JSON of any shape. Names that the client looks for are frequent, and so is valid JSON that .NET can't read as text or a number.</summary>
    public static Gen<string> AnyJson { get; } = Gen.Recursive<string>((depth, self) => depth >= 5
        ? Leaf
        : Gen.Frequency((2, Leaf), (1, self.Array[0, 4].Select(JsonGen.List)), (depth < 2 ? 12 : 2, Gen.Select(Name, self).Array[0, 6].Select(fields =>
            $"{{{string.Join(',', fields.Select(field => $"{field.Item1}:{field.Item2}"))}}}"))));

    /// <summary>Any body, often a nearly correct one.</summary>
    /// <param name="correct">The correct values, without an envelope.</param>
    public static Gen<byte[]> NearlyCorrect(Gen<string> correct) => NearlyCorrect(Gen.Frequency((3, Enveloped(correct)), (1, AnyJson)).Select(JsonGen.Bytes));

    /// <summary>Any body, often a nearly correct one.</summary>
    /// <param name="correct">The correct responses.</param>
    public static Gen<byte[]> NearlyCorrect(Gen<byte[]> correct) => Gen.Frequency(
        (1, Gen.Byte.Array[0, 300]),
        (1, Cases.Any(ProblemBytes).Array[0, 30].Select(parts => parts.SelectMany(part => part).ToArray())),
        (1, Gen.Select(correct, Gen.Int[0, 10_000]).Select((body, place) => body[..(body.Length == 0 ? 0 : place % body.Length)])),
        (5, Gen.Select(correct, Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 4], Cases.Any(ProblemBytes), Gen.Byte).Array[1, 5]).Select(Mutate)),
        (4, correct));

    /// <summary>Lists of values, bare or as a page.</summary>
    public static Gen<string> ListOf(Gen<string> correct) => Gen.Select(correct.Array[0, 3].Select(JsonGen.List), Gen.Bool).Select((list, bare) =>
        bare ? list : $$"""{"items":{{list}},"next":2}""");

    private static Gen<string> Enveloped(Gen<string> value) => Gen.Select(value, Gen.Int[0, 3]).Select((json, form) => form switch
    {
        0 => $$"""{"result":{{json}},"success":true,"errors":[],"messages":[]}""",
        1 => $$"""{"success":false,"errors":[{"code":1001,"message":"no"}],"messages":[],"result":{{json}}}""",
        _ => json,
    });

    private static byte[] Mutate(byte[] body, (int Place, int How, byte[] Part, byte One)[] changes)
    {
        var bytes = new List<byte>(body);
        foreach ((int place, int how, byte[] part, byte one) in changes)
        {
            int index = place % (bytes.Count + 1);
            int rest = Math.Min(bytes.Count - index, how == 1 ? 1 : one);
            switch (how)
            {
                case 0 when rest > 0:
                    bytes[index] = one;
                    break;
                case 1 or 2:
                    bytes.RemoveRange(index, rest);
                    break;
                case 3:
                    bytes.InsertRange(index, bytes.GetRange(index, rest));
                    break;
                default:
                    bytes.InsertRange(index, part);
                    break;
            }
        }

        return [.. bytes];
    }
}
