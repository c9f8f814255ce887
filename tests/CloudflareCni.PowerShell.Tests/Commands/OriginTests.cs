using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>The origin of an object survives a job and a file, without the credential.</summary>
public sealed class OriginTests
{
    private const string BaseUri = "https://api.cloudflare.com/client/v4";
    private static readonly CniOrigin Origin = new(Samples.AccountId, new Uri(BaseUri));

    private static readonly Dictionary<string, CniResource> Models = new()
    {
        ["slot"] = new CniSlot(Samples.SlotId, Samples.Facility, occupied: true, "FRA03", "10G", origin: Origin),
        ["interconnect"] = new CniInterconnect(Samples.PhysicalName, Samples.AccountId, "direct", origin: Origin),
        ["CNI"] = new CloudflareCni.Cni(Samples.CniId, Samples.AccountId, Samples.PhysicalName, "", "", new CniMagicSettings("core", "spare", 1500), origin: Origin),
        ["status"] = new CniInterconnectStatus(Samples.PhysicalName, "Healthy", null, DateTime.UnixEpoch, Origin),
        ["settings"] = new CniSettings(64512, Origin),
    };

    public static TheoryData<string> Names => new(Models.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Account_and_base_address_survive_serialization(string name)
    {
        var copy = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(Models[name]));

        Assert.Equal(Samples.AccountId, copy.Properties["AccountId"].Value);
        Assert.Equal(BaseUri, copy.Properties["BaseUri"].Value.ToString());
    }

    [Theory]
    [InlineData("Get-CniSlot")]
    [InlineData("Get-CniInterconnect")]
    [InlineData("Get-CniInterconnect | Get-CniInterconnectStatus")]
    [InlineData("Get-Cni")]
    [InlineData("Get-CniSettings")]
    public void Credentials_and_connections_are_not_serialized(string script)
    {
        using var session = new Session();

        string[] texts = [.. session.Must(script).Output.Select(model => PSSerializer.Serialize(model, 10))];

        Assert.All(texts, text => Assert.Contains(".cni-sandbox.localhost/client/v4</URI>", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("practice-token", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, text => Assert.DoesNotContain("Source", text, StringComparison.Ordinal));
    }
}
