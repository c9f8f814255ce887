using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("a", "U+0061 (a)")]
    [InlineData("😀", "U+1F600 (😀)")]
    [InlineData(" ", "U+0020")]
    [InlineData("\u00A0", "U+00A0")]
    [InlineData("\n", "U+000A")]
    [InlineData("\u202E", "U+202E")] // reverses the text after it
    [InlineData("\u2028", "U+2028")] // a line separator
    [InlineData("\u2029", "U+2029")] // a paragraph separator
    [InlineData("\u0301", "U+0301")] // an accent of the character before it
    [InlineData("\u0903", "U+0903")] // a spacing mark of the character before it
    [InlineData("\u20DD", "U+20DD")] // a circle around the character before it
    [InlineData("\u0378", "U+0378")] // not assigned
    [InlineData("\uE000", "U+E000")] // private use
    public void A_character_is_shown_with_its_glyph_only_if_it_is_visible_by_itself(string text, string shown) =>
        Assert.Equal(shown, DisplayText.Character("-" + text + "-", 1));

    [Fact]
    public void A_quoted_text_is_shortened_after_64_units_but_not_within_a_character()
    {
        string longest = new('x', 64);

        Assert.Equal($"'{longest}'", DisplayText.Quote(longest));
        Assert.Equal($"'{longest}...'", DisplayText.Quote(longest + "x"));
        Assert.Equal($"'{longest[..62]}😀...'", DisplayText.Quote(longest[..62] + "😀x"));
        Assert.Equal($"'{longest[..63]}...'", DisplayText.Quote(longest[..63] + "😀"));
    }

    [Theory]
    [InlineData("a\u0301\uE000 ", "a\u0301\uE000 ")]
    [InlineData("a\nb", @"a\u000Ab")]
    [InlineData("\u2028\u2029\u200B", @"\u2028\u2029\u200B")]
    [InlineData("\U000E0001", @"\U000E0001")]
    public void Hidden_characters_are_escaped(string text, string escaped) => Assert.Equal(escaped, DisplayText.Escape(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a😀b", 3)]
    public void A_surrogate_pair_counts_as_one_character(string text, int count) => Assert.Equal(count, Characters.Count(text));
}
