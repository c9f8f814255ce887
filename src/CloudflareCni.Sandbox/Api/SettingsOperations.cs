using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The account's settings.</summary>
internal static class SettingsOperations
{
    public static SandboxResponse Get(Call call) => Json.Answer(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("default_asn", call.World.DefaultAsn);
        writer.WriteEndObject();
    });

    /// <summary>Sets the ASN. Assumption: null gives back Cloudflare's own, and a body without it changes nothing.</summary>
    public static SandboxResponse Update(Call call)
    {
        BodyReader body = BodyReader.Open(call.Body);
        long? asn = body.Whole("default_asn", 1, uint.MaxValue, required: false);
        body.ThrowIfRejected();
        if (body.Has("default_asn"))
        {
            call.World.DefaultAsn = asn ?? AccountWorld.CloudflareAsn;
        }

        return Get(call);
    }
}
