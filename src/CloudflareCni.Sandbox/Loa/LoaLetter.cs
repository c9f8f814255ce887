using System;
using System.Globalization;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Loa;

/// <summary>The Letter of Authorization that a data center requires before it installs a cross-connect.</summary>
internal static class LoaLetter
{
    public static byte[] Create(string customer, Interconnect interconnect, SlotCatalog slots, int slot, DateTimeOffset date)
    {
        Facility facility = slots.FacilityOf(slot);
        var page = new PdfPage();
        page.Write("SANDBOX – not a real letter", size: 14, bold: true);
        page.Write("A practice document from the CloudflareCni.PowerShell sandbox. It doesn't authorize anything.", size: 9);
        page.Space(24);
        page.Write("Letter of Authorization", size: 20, bold: true);
        page.Write("Connecting Facility Assignment", size: 12);
        page.Space(18);
        page.Write($"Date: {date.ToUniversalTime().ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}");
        page.Write($"Interconnect: {interconnect.Name}");
        page.Space(12);
        page.Write("Customer", bold: true);
        page.Write(customer, indent: 18);
        page.Space(6);
        page.Write("Data center", bold: true);
        page.Write(facility.Name, indent: 18);
        foreach (string line in facility.Address)
        {
            page.Write(line, indent: 18);
        }

        page.Space(6);
        page.Write("Cloudflare port", bold: true);
        page.Write($"Slot: {slots.Id(slot)}", indent: 18);
        page.Write($"Device: {slots.Device(slot)}", indent: 18);
        page.Write($"Port: {slots.Port(slot)}", indent: 18);
        page.Write($"Speed and medium: {interconnect.Speed}, single-mode fiber, {(interconnect.Speed == "100G" ? "100GBASE-LR4" : "10GBASE-LR")}", indent: 18);
        page.Space(18);
        page.Write(
            "Cloudflare authorizes the customer named above, and the data center that acts on the customer's order, "
            + "to connect one cross-connect to the port listed above.");
        page.Space(10);
        page.Write("The customer must order the cross-connect and pay for it.");
        return page.ToBytes($"Letter of Authorization {interconnect.Name}", date);
    }
}
