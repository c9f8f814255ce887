using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>CNIs.</summary>
internal static class CniOperations
{
    public static SandboxResponse List(Call call)
    {
        AccountWorld world = call.World;
        Guid? slotId = call.Query.Uuid("slot");
        string? interconnect = slotId is { } id && world.Slots.TryFind(id, out int slot) ? world.InterconnectIn(slot) : null;

        // There are no tunnels in the sandbox, so no CNI belongs to one.
        bool noTunnelAsked = call.Query.Text("tunnel_id") is null;
        IEnumerable<CniObject> matches = world.Cnis.From(Paging.Start(call.Query))
            .Where(cni => noTunnelAsked && (slotId is null || cni.Interconnect == interconnect));
        return Paging.Answer(call.Query, matches, cni => cni.Sequence, (writer, cni) => writer.WriteRawValue(cni.Json));
    }

    public static SandboxResponse Get(Call call) => Answer(Named(call));

    public static SandboxResponse Create(Call call) => Answer(CniBody.Create(call.World, call.Body));

    public static SandboxResponse Update(Call call)
    {
        CniObject updated = CniBody.Update(call.World, Named(call), call.Body);
        call.World.Replace(updated);
        return Answer(updated);
    }

    public static SandboxResponse Delete(Call call)
    {
        call.World.Remove(Named(call));
        return Answers.Deleted;
    }

    private static CniObject Named(Call call)
    {
        Guid id = call.Uuid("cni");
        return call.World.Cnis.Find(CniObject.KeyOf(id)) ?? throw ApiProblem.NotFound($"CNI {id} not found");
    }

    private static SandboxResponse Answer(CniObject cni) => Json.Answer(writer => writer.WriteRawValue(cni.Json));
}
