using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class InterconnectStatesTests
{
    private static readonly string[] Names = ["Healthy", "Pending", "Unhealthy", "Down"];

    [Fact]
    public void Each_known_state_has_a_meaning_and_the_healthy_state_a_name()
    {
        Assert.Equal(Names, InterconnectStates.Known.Select(state => state.Key));
        Assert.Equal(Names.Length, InterconnectStates.Known.Select(state => state.Value).Where(text => text.Length > 0).Distinct().Count());
        Assert.Equal("Healthy", InterconnectStates.Healthy);
    }

    [Fact]
    public void A_known_state_gets_no_warning_and_case_does_not_matter() =>
        Assert.Empty(InterconnectStates.Warn(Names.Concat(Names.Select(name => name.ToUpperInvariant()))));

    [Fact]
    public void Another_state_gets_a_warning_that_names_it_and_the_known_states()
    {
        Assert.Collection(
            InterconnectStates.Warn(["Heathy", "Down", "Up"]),
            warning => Assert.StartsWith("'Heathy'", warning, StringComparison.Ordinal),
            warning => Assert.StartsWith("'Up'", warning, StringComparison.Ordinal));
        Assert.Contains("Healthy, Pending, Unhealthy, Down", Assert.Single(InterconnectStates.Warn(["Up"])), StringComparison.Ordinal);
    }
}
