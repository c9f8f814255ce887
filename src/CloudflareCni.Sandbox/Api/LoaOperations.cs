using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.Loa;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations on the Letter of Authorization (LOA) and the customer name in it.</summary>
internal static class LoaOperations
{
    private const int MaxNameLength = 200;

    public static SandboxResponse Letter(ApiCall call)
    {
        (Interconnect interconnect, int slot) = FindPhysical(call);
        string customer = call.Query.Text("name") ?? call.World.Account.Name;
        if (string.IsNullOrWhiteSpace(customer) || CountCharacters(customer) > MaxNameLength)
        {
            throw ApiErrorException.BadRequest($"name: must have 1 to {MaxNameLength} characters");
        }

        byte[] letter = LoaLetter.Create(customer, interconnect, call.World.Slots, slot, call.Now);
        return new SandboxResponse(200, "application/pdf", letter);
    }

    public static SandboxResponse DefaultName(ApiCall call)
    {
        FindPhysical(call);
        return Json.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", call.World.Account.Name);
            writer.WriteEndObject();
        });
    }

    private static (Interconnect Interconnect, int Slot) FindPhysical(ApiCall call)
    {
        Interconnect interconnect = InterconnectOperations.Find(call);
        return interconnect.Slot is { } slot
            ? (interconnect, slot)
            : throw ApiErrorException.BadRequest($"interconnect {interconnect.Name} is a GCP partner interconnect: it has no cross-connect, so it has no LOA");
    }

    // A character beyond the first 65,536 takes two chars.
    private static int CountCharacters(string text) => text.Count(letter => !char.IsLowSurrogate(letter));
}
