using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations on CNIs.</summary>
internal static class CniOperations
{
    public static SandboxResponse List(ApiCall call)
    {
        AccountWorld world = call.World;
        Guid? slotId = call.Query.Uuid("slot");
        string? interconnect = slotId is { } id && world.Slots.TryFind(id, out int slot) ? world.InterconnectIn(slot) : null;

        // The sandbox has no tunnels that could be listed, so no CNI belongs to one.
        bool isOfAnyTunnel = call.Query.Text("tunnel_id") is null;
        IEnumerable<CniObject> matches = world.Cnis.From(Paging.Start(call.Query))
            .Where(cni => isOfAnyTunnel && (slotId is null || cni.Interconnect == interconnect));
        return Paging.Page(call.Query, matches, cni => cni.Sequence, (writer, cni) => writer.WriteRawValue(cni.Json));
    }

    public static SandboxResponse Get(ApiCall call) => Respond(Find(call));

    public static SandboxResponse Create(ApiCall call) => Respond(CniBody.Create(call.World, call.Body));

    public static SandboxResponse Update(ApiCall call)
    {
        CniObject updated = CniBody.Update(call.World, Find(call), call.Body);
        call.World.Replace(updated);
        return Respond(updated);
    }

    public static SandboxResponse Delete(ApiCall call)
    {
        call.World.Remove(Find(call));
        return SandboxResponse.Deleted;
    }

    private static CniObject Find(ApiCall call)
    {
        Guid id = call.Uuid("cni");
        return call.World.Cnis.Find(CniObject.KeyOf(id)) ?? throw ApiErrorException.NotFound($"CNI {id} not found");
    }

    private static SandboxResponse Respond(CniObject cni) => Json.Ok(writer => writer.WriteRawValue(cni.Json));
}
