using CloudflareCni.Client;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class PlainTextTests
{
    private static readonly PlainText Text = new("a/secret\"of mine", "key");

    [Theory]
    [InlineData("say a/secret\"of mine twice: a/secret\"of mine", "say *** twice: ***")]
    [InlineData("a\\/secret\"of mine", "***")] // JSON of some servers
    [InlineData("a/secret\\u0022of mine", "***")] // JSON of .NET
    [InlineData("a%2Fsecret%22of%20mine", "***")] // an address
    [InlineData("a/secret\"of \r\n mine", "***")]
    [InlineData("a/secret\"of\u200B mine", "***")]
    [InlineData("A/SECRET", "A/SECRET")]
    [InlineData("key", "key")] // too short to be a secret: a normal word
    public void Every_form_of_a_secret_is_masked(string text, string clean) => Assert.Equal(clean, Text.Clean(text, 100));

    [Fact]
    public void A_secret_within_a_longer_one_does_not_show_the_rest_of_it() =>
        Assert.Equal("*** and ***", new PlainText("abcd", "abcdefgh").Clean("abcdefgh and abcd", 100));

    [Fact]
    public void A_secret_of_four_characters_is_masked() => Assert.Equal("***", new PlainText("abcd").Clean("abcd", 100));

    [Theory]
    [InlineData("a/secret\"of mine", true)]
    [InlineData("x a%2Fsecret%22of%20mine x", true)]
    [InlineData("a/secret", false)]
    [InlineData("key", false)]
    public void A_text_with_a_secret_is_recognized(string text, bool holds) => Assert.Equal(holds, Text.HoldsSecret(text));

    [Theory]
    [InlineData("  two \t\r\n words  ", "two words")]
    [InlineData("\u001b[31mred\u0007", "[31mred")]
    [InlineData("a\u202Eb\u200Bc\uFEFFd", "abcd")]
    [InlineData("\u00A0x\u2028y", "x y")]
    [InlineData("", "")]
    public void A_text_is_on_one_line_without_invisible_characters(string text, string clean) => Assert.Equal(clean, Text.Clean(text, 100));

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "12345…")]
    [InlineData("1234😀", "1234…")]
    [InlineData("123😀5", "123😀…")]
    public void A_long_text_is_shortened_between_characters(string text, string clean) => Assert.Equal(clean, Text.Clean(text, 5));

    [Theory]
    [InlineData("<html><TITLE lang=en>A &amp; B</TITLE><p>text</p></html>", "A & B")]
    [InlineData("<title>A</title><p>text</p>", "A")]
    [InlineData("x<title</title", "x")]
    [InlineData("<title></title><p>text</p>", "text")]
    [InlineData("<title>  </title><p>text</p>", "text")]
    [InlineData("<title>not closed", "not closed")]
    [InlineData("<title", "")]
    [InlineData("before<br>after", "before after")]
    [InlineData("<p>a</p><script>if (a < b) { }</script><STYLE>p > a {}</STYLE><p>b</p>", "a b")]
    [InlineData("<p>a</p><script>never closed", "a")]
    [InlineData("a<", "a")]
    [InlineData("a<p", "a")]
    [InlineData("no tag", "no tag")]
    [InlineData("", "")]
    public void The_words_of_a_page_are_its_title_or_its_text(string html, string words) => Assert.Equal(words, Text.Clean(PlainText.FromHtml(html), 100));
}
