using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareCni.Reports.Tests.Samples;

/// <summary>Creates circuits for tests.</summary>
internal static class Sample
{
    public const string Md5Key = "c4nary-md5-k3y-7781";

    /// <summary>Creates a circuit. IDs and addresses that aren't specified are derived from the number.</summary>
    public static CniCircuit Circuit(
        int number,
        string name,
        string? metro = "fra",
        string? site = "fra03",
        string? facility = "Equinix FR5",
        string? device = "mx1.fra03",
        string? speed = "10G",
        string? state = "Healthy",
        string? reason = null,
        string? conduit = null,
        string? region = null,
        IReadOnlyList<string>? routes = null,
        bool withCni = true)
    {
        string customer = Address(number * 2);
        Cni[] cnis = withCni
            ?
            [
                new Cni(
                    new Guid(number, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1), "acc", name, $"{customer}/31", $"{Address((number * 2) + 1)}/31",
                    new CniMagicSettings(conduit ?? $"cni-{name}", "", 1500), new CniBgp(64512, [], Md5Key)),
            ]
            : [];
        var interconnect = new CniInterconnect(
            name,
            "acc",
            region is null ? "direct" : "gcp_partner",
            region is null ? site : null,
            region is null && facility is not null ? new CniFacility(facility, ["Kleyerstrasse 90", "60326 Frankfurt"]) : null,
            region is null ? new Guid(number, 2, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2) : null,
            region,
            speed);
        return new CniCircuit(interconnect)
        {
            Metro = region is null ? metro : null,
            Device = region is null ? device : null,
            State = state,
            Reason = reason,
            CheckedAt = new DateTime(2026, 11, 25, 14, 30, number % 60, DateTimeKind.Local),
            Cnis = cnis,
            Magic = [],
            Dataplane = withCni ? "2" : null,
            CreatedOn = new DateTime(2026, 10, 1, 9, 0, 0, DateTimeKind.Local).AddDays(number),
            Routes = [.. System.Linq.Enumerable.Select(routes ?? [], (prefix, index) => Route(prefix, customer, index))],
        };
    }

    private static CniMagicRoute Route(string prefix, string nextHop, int index) =>
        new() { Id = $"r{index}", Prefix = prefix, NextHop = nextHop, Priority = 100 + index };

    private static string Address(int host) => string.Create(CultureInfo.InvariantCulture, $"172.24.{host >> 8}.{host & 255}");
}
