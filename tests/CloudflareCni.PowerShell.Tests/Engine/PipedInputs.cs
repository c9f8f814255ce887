using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Tests.Engine;

/// <summary>The objects that can be piped to a cmdlet, by a short name.</summary>
internal static class PipedInputs
{
    /// <summary>The objects that don't need the module.</summary>
    public static IReadOnlyDictionary<string, object> All { get; } = new Dictionary<string, object>
    {
        ["slot"] = Samples.Slot,
        ["physical"] = Samples.Physical,
        ["gcp"] = Samples.Gcp,
        ["cni"] = Samples.Cni,
        ["status"] = Samples.Status,
        ["settings"] = Samples.Settings,
        ["account"] = new CniAccount(Samples.AccountId, "Example Networks"),
        ["file"] = new FileInfo("some.pdf"),
        ["text"] = "some-text",
        ["guid text"] = Samples.SlotId.ToString(),
        ["guid"] = Samples.SlotId,
        ["number"] = 42,
        ["row Id"] = Row(null, ("Id", Samples.SlotId)),
        ["row Name"] = Row(null, ("Name", Samples.PhysicalName)),
        ["row Interconnect"] = Row(null, ("Interconnect", Samples.PhysicalName)),
        ["row Slot"] = Row(null, ("Slot", Samples.SlotId)),
        ["row SlotId"] = Row(null, ("SlotId", Samples.SlotId)),
        ["row of New-Cni"] = Row(
            null,
            ("Interconnect", Samples.PhysicalName),
            ("ConduitName", "lab"),
            ("Mtu", "1476"),
            ("Description", "from a file"),
            ("CustomerAsn", "64512"),
            ("ExtraPrefix", "10.0.0.0/24, 10.0.1.0/24"),
            ("Md5Key", "")),
        ["row of New-CniInterconnect"] = Row(null, ("Slot", Samples.SlotId), ("Speed", "10G")),
        ["row of a GCP partner"] = Row(null, ("PairingKey", "k/europe-west3/1"), ("Bandwidth", "1G")),
        ["row of other things"] = Row(null, ("Color", "blue")),
        ["selected slot"] = Row("Selected.CloudflareCni.CniSlot", ("Id", Samples.SlotId), ("Site", "FRA03")),
        ["deserialized cni"] = Row("Deserialized.CloudflareCni.Cni", ("Id", Samples.CniId), ("Interconnect", Samples.PhysicalName)),
        ["CSV interconnect"] = Row("CSV:CloudflareCni.CniInterconnect", ("Name", Samples.PhysicalName), ("SlotId", Samples.SlotId)),
        ["CSV status"] = Row("CSV:CloudflareCni.CniInterconnectStatus", ("Interconnect", Samples.PhysicalName), ("State", "Down")),
        ["slot with a column Slot"] = Row("Selected.CloudflareCni.CniSlot", ("Slot", Samples.SlotId)),
        ["cni with its Interconnect"] = Row("Selected.CloudflareCni.Cni", ("Interconnect", Samples.PhysicalName), ("Mtu", 1500)),
        ["interconnect with a column Interconnect"] = Row("Deserialized.Selected.CloudflareCni.CniInterconnect", ("Interconnect", Samples.PhysicalName)),
        ["cni with a column Name"] = Row("Selected.CloudflareCni.Cni", ("Name", Samples.PhysicalName)),
        ["interconnect with a column Id"] = Row("CSV:Selected.CloudflareCni.CniInterconnect", ("Id", Samples.SlotId)),
        ["selected connection"] = Row("Selected.CloudflareCni.PowerShell.Connections.CniConnection", ("AccountId", Samples.AccountId), ("Id", Samples.SlotId)),
    };

    /// <summary>The name of a value in the table, instead of its ID.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "",
        _ when value.GetType().Name == "RunningSandbox" => "SANDBOX",
        System.Collections.IEnumerable list and not string => string.Join("+", list.Cast<object>().Select(Shown)),
        _ => value.ToString()!
            .Replace(Samples.SlotId.ToString(), "SLOT", StringComparison.Ordinal)
            .Replace(Samples.CniId.ToString(), "CNI", StringComparison.Ordinal)
            .Replace(Samples.PhysicalName, "PHYSICAL", StringComparison.Ordinal)
            .Replace(Samples.GcpName, "GCP", StringComparison.Ordinal),
    };

    private static PSObject Row(string? typeName, params (string Name, object Value)[] columns)
    {
        var row = new PSObject();
        foreach ((string name, object value) in columns)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        if (typeName is not null)
        {
            row.TypeNames.Insert(0, typeName);
        }

        return row;
    }
}
