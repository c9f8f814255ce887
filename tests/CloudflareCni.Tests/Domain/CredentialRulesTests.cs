using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class CredentialRulesTests
{
    [Fact]
    public void Every_visible_ASCII_character_can_be_in_a_credential()
    {
        string all = string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code));
        Assert.Equal(all, CredentialRules.Check(Refusal.Parameter, all, "API token"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void The_error_for_an_empty_credential_names_it(string? text) =>
        Assert.Contains("API token is empty", Refusal.Of(() => CredentialRules.Check(Refusal.Parameter, text, "API token")), StringComparison.Ordinal);

    [Theory]
    [InlineData(" hunter2")]
    [InlineData("hunter2 ")]
    [InlineData("Bearer hunter2")]
    [InlineData("hunter2\r\n")]
    [InlineData("hun\tter2")]
    [InlineData("hunter2\0")]
    [InlineData("hunter2\u007F")]
    [InlineData("hunter2\u0080")]
    [InlineData("hunter2\u00E9")]
    [InlineData("\uFEFFhunter2")]
    public void The_error_for_a_character_that_a_header_cannot_contain_does_not_repeat_the_text(string text)
    {
        string message = Refusal.Of(() => CredentialRules.Check(Refusal.Parameter, text, "API key"));
        Assert.Contains("API key", message, StringComparison.Ordinal);
        Assert.Contains("Bearer", message, StringComparison.Ordinal);
        Assert.Contains("line break", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }
}
