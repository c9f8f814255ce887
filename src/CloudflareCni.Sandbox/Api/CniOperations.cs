using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.Seeding;
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

        // Assumption: a CNI's tunnel is what the Magic side shows of it.
        string? tunnelId = call.Query.Text("tunnel_id");
        HashSet<int>? ofTunnel = tunnelId is null ? null : [.. MagicSeed.Links(world).Where(cni => world.MagicId(cni) == tunnelId).Select(cni => cni.Sequence)];
        IEnumerable<CniObject> matches = world.Cnis.From(Paging.Start(call.Query))
            .Where(cni => ofTunnel?.Contains(cni.Sequence) != false && (slotId is null || cni.Interconnect == interconnect));
        return Paging.Page(call.Query, matches, cni => cni.Sequence, (writer, cni) => writer.WriteRawValue(cni.Json));
    }

    public static SandboxResponse Get(ApiCall call) => Respond(Find(call));

    public static SandboxResponse Create(ApiCall call) => Respond(CniBody.Create(call.World, call.Body, createdOn: call.Now));

    public static SandboxResponse Update(ApiCall call)
    {
        CniObject current = Find(call);
        CniObject updated = CniBody.Update(call.World, current, call.Body) with { CreatedOn = current.CreatedOn, ModifiedOn = call.Now };
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
