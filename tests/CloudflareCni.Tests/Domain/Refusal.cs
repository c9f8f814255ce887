using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Asserts that a rule refuses a value, and in which words.</summary>
internal static class Refusal
{
    internal const string Parameter = "TheParameter";

    /// <summary>Runs what must be refused, and answers the message.</summary>
    internal static string Of(Action action, string parameterName = Parameter)
    {
        CniArgumentException refusal = Assert.Throws<CniArgumentException>(action);
        Assert.Equal(parameterName, refusal.ParameterName);
        Assert.Equal(CniErrorKind.InvalidArgument, refusal.Kind);
        Assert.DoesNotContain(refusal.Message, char.IsControl);
        Assert.True(refusal.Message.Length < 400, "A message is to be read: " + refusal.Message);
        return refusal.Message;
    }
}
