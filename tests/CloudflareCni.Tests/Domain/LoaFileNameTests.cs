using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class LoaFileNameTests
{
    [Theory]
    [InlineData("ic-fra-1", "ic-fra-1.pdf")]
    [InlineData("Zürich 東京 😀", "Zürich 東京 😀.pdf")]
    [InlineData("v1.2", "v1.2.pdf")]
    [InlineData("a/b\\c", "a_b_c.pdf")]
    [InlineData("../../etc/passwd", "____etc_passwd.pdf")]
    [InlineData("C:\\Windows\\x", "C__Windows_x.pdf")]
    [InlineData("a<b>c:d\"e|f?g*h", "a_b_c_d_e_f_g_h.pdf")]
    [InlineData("a\0b\nc\u007fd\u0085e", "a_b_c_d_e.pdf")]
    [InlineData("x\u202efdp.exe", "x_fdp.exe.pdf")]
    [InlineData("a\u200bb\u2028c\u2066d\ufeffe", "a_b_c_d_e.pdf")]
    [InlineData("a\U000E0001b", "a_b.pdf")]
    [InlineData("a..b", "a__b.pdf")]
    [InlineData(".hidden", "hidden.pdf")]
    [InlineData("trailing. . ", "trailing.pdf")]
    [InlineData("", "interconnect.pdf")]
    [InlineData(".", "interconnect.pdf")]
    [InlineData("..", "interconnect.pdf")]
    [InlineData("   ", "interconnect.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("nul", "_nul.pdf")]
    [InlineData("Prn.txt", "_Prn.txt.pdf")]
    [InlineData("aux .x.y", "_aux .x.y.pdf")]
    [InlineData("COM0", "_COM0.pdf")]
    [InlineData("lpt9.foo", "_lpt9.foo.pdf")]
    [InlineData("COM¹", "_COM¹.pdf")]
    [InlineData("LPT³.x", "_LPT³.x.pdf")]
    [InlineData("conin$", "_conin$.pdf")]
    [InlineData("CON ", "_CON.pdf")]
    [InlineData(".CON", "_CON.pdf")]
    [InlineData("CONSOLE", "CONSOLE.pdf")]
    [InlineData("COM10", "COM10.pdf")]
    [InlineData("COMA", "COMA.pdf")]
    [InlineData("FRA1", "FRA1.pdf")]
    [InlineData("a.CON", "a.CON.pdf")]
    public void A_name_becomes_a_readable_file_name(string name, string fileName) => Assert.Equal(fileName, LoaFileName.For(name));

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal("a_b_.pdf", LoaFileName.For("a\ud83db\ude00"));

    [Theory]
    [InlineData("x", 251)]
    [InlineData("ü", 125)]
    [InlineData("東", 83)]
    [InlineData("😀", 62)]
    public void A_long_name_is_shortened_to_255_bytes_between_characters(string character, int left) =>
        Assert.Equal(string.Concat(Enumerable.Repeat(character, left)) + ".pdf", LoaFileName.For(string.Concat(Enumerable.Repeat(character, 1000))));

    [Fact]
    public void A_shortened_name_does_not_end_with_a_dot_or_space() =>
        Assert.Equal(new string('x', 249) + ".pdf", LoaFileName.For(new string('x', 249) + ". " + new string('x', 99)));

    [Fact]
    public void A_shortened_name_is_not_a_reserved_name() => Assert.Equal("_CON.pdf", LoaFileName.For("CON" + new string(' ', 300) + "x"));

    [Fact]
    public void A_long_reserved_name_has_at_most_255_bytes() =>
        Assert.Equal("_CON." + new string('x', 246) + ".pdf", LoaFileName.For("CON." + new string('x', 300)));

    [Fact]
    public void Every_name_becomes_a_safe_file_name()
    {
        const string Alphabet = "aZ0 ./\\:<>|?*\"\0\n\u202e\u200b\u2028ü東\ud83d\ude00CONLPT1²$~-";
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++)
        {
            string name = string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

            string fileName = LoaFileName.For(name);

            string stem = fileName[..^4];
            Assert.EndsWith(".pdf", fileName, StringComparison.Ordinal);
            Assert.Equal(-1, fileName.IndexOfAny([.. "/\\:<>|?*\"\0\n\u202e\u200b\u2028"]));
            Assert.DoesNotContain("..", fileName, StringComparison.Ordinal);
            Assert.False(stem.Length == 0 || stem[0] is '.' or ' ' || stem[^1] is '.' or ' ', name);
            Assert.Equal(fileName, Path.GetFileName(fileName));
            Assert.InRange(strict.GetByteCount(fileName), 5, 255);
            Assert.DoesNotMatch(@"(?i)^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", fileName);
        }
    }
}
