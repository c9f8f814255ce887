using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class MagicRulesTests
{
    [Theory]
    [InlineData(CniErrorKind.AccessDenied, true)]
    [InlineData(CniErrorKind.NotFound, true)]
    [InlineData(CniErrorKind.AuthenticationFailed, false)]
    [InlineData(CniErrorKind.ServerError, false)]
    public void Only_an_account_without_Magic_refuses_access_or_does_not_know_the_path(CniErrorKind kind, bool isWithoutMagic) =>
        Assert.Equal(isWithoutMagic, MagicRules.IsWithoutMagic(new CniException(kind, "words")));
}
