using System;
using Xunit;

namespace CloudflareCni.Tests.Domain;

/// <summary>Asserts that a rule rejects a value, and gets the message.</summary>
internal static class Refusal
{
    internal const string Parameter = "TheParameter";

    /// <summary>Runs a check that must reject its value, and returns the message.</summary>
    internal static string Of(Action action, string parameterName = Parameter)
    {
        CniArgumentException refusal = Assert.Throws<CniArgumentException>(action);
        Assert.Equal(parameterName, refusal.ParameterName);
        Assert.Equal(CniErrorKind.InvalidArgument, refusal.Kind);
        Assert.DoesNotContain(refusal.Message, char.IsControl);
        Assert.True(refusal.Message.Length < 400, "The message is too long: " + refusal.Message);
        return refusal.Message;
    }
}
