using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.Loa;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The Letter of Authorization and the name that it carries.</summary>
internal static class LoaOperations
{
    private const int LongestName = 200;

    public static SandboxResponse Letter(Call call)
    {
        (Interconnect interconnect, int slot) = Physical(call);
        string customer = call.Query.Text("name") ?? call.World.AccountName;
        if (string.IsNullOrWhiteSpace(customer) || Length(customer) > LongestName)
        {
            throw ApiProblem.BadRequest($"name: must have 1 to {LongestName} characters");
        }

        byte[] letter = LoaLetter.Write(customer, interconnect, call.World.Slots, slot, call.Now);
        return new SandboxResponse(200, "application/pdf", letter);
    }

    /// <summary>Assumption, because the shape of this body isn't published: a JSON string.</summary>
    public static SandboxResponse DefaultName(Call call)
    {
        Physical(call);
        return Json.Answer(writer => writer.WriteStringValue(call.World.AccountName));
    }

    private static (Interconnect Interconnect, int Slot) Physical(Call call)
    {
        Interconnect interconnect = InterconnectOperations.Named(call);
        return interconnect.Slot is { } slot
            ? (interconnect, slot)
            : throw ApiProblem.BadRequest($"interconnect {interconnect.Name} is a GCP partner's: there is no cross-connect to authorize");
    }

    // A character beyond the first 65,536 takes two chars.
    private static int Length(string text) => text.Count(letter => !char.IsLowSurrogate(letter));
}
