using System;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>Where an object was read survives a job and a file, and a credential doesn't go with it.</summary>
public sealed class OriginTests
{
    public static TheoryData<string> Models() => [nameof(Samples.Slot), nameof(Samples.Physical), nameof(Samples.Cni), nameof(Samples.Status), nameof(Samples.Settings)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Account_and_base_address_survive_serialization(string name)
    {
        object model = typeof(Samples).GetProperty(name)!.GetValue(null)!;

        var copy = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(model));

        Assert.Equal(Samples.AccountId, copy.Properties["AccountId"].Value);
        Assert.Equal(Samples.Origin.BaseUri.AbsoluteUri, copy.Properties["BaseUri"].Value.ToString());
    }

    [Theory]
    [InlineData("Get-CniSlot")]
    [InlineData("Get-CniInterconnect")]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus")]
    [InlineData("Get-Cni")]
    [InlineData("Get-CniSettings")]
    public void No_credential_and_no_connection_is_serialized(string script)
    {
        using var session = new Session();

        string[] texts = [.. session.Must(script).Output.Select(model => PSSerializer.Serialize(model, 10))];

        Assert.All(texts, text => Assert.Contains("<URI N=\"BaseUri\">http://localhost/client/v4</URI>", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("sandbox", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, text => Assert.DoesNotContain("Source", text, StringComparison.Ordinal));
    }
}
