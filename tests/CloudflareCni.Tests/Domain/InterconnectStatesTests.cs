using System;
using System.Linq;
using Xunit;

namespace CloudflareCni.Tests.Domain;

public sealed class InterconnectStatesTests
{
    private static readonly string[] Names = ["Healthy", "Pending", "Unhealthy", "Down"];

    [Fact]
    public void The_known_states_each_have_a_meaning_and_the_healthy_one_a_name()
    {
        Assert.Equal(Names, InterconnectStates.Known.Select(state => state.Key));
        Assert.Equal(Names.Length, InterconnectStates.Known.Select(state => state.Value).Where(text => text.Length > 0).Distinct().Count());
        Assert.Equal("Healthy", InterconnectStates.Healthy);
    }

    [Fact]
    public void A_known_state_gives_no_warning_in_any_case_of_letters() =>
        Assert.Empty(InterconnectStates.Warn(Names.Concat(Names.Select(name => name.ToUpperInvariant()))));

    [Fact]
    public void Each_other_state_gives_a_warning_that_names_it_and_the_known_ones()
    {
        Assert.Collection(
            InterconnectStates.Warn(["Heathy", "Down", "Up"]),
            warning => Assert.StartsWith("'Heathy'", warning, StringComparison.Ordinal),
            warning => Assert.StartsWith("'Up'", warning, StringComparison.Ordinal));
        Assert.Contains("Healthy, Pending, Unhealthy, Down", Assert.Single(InterconnectStates.Warn(["Up"])), StringComparison.Ordinal);
    }
}
