using CloudflareCni.Sandbox.Bodies;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations on the account's settings.</summary>
internal static class SettingsOperations
{
    private const string DefaultAsn = "default_asn";

    private static readonly BodyField[] Fields = [new(DefaultAsn, FieldRules.Integer(1, uint.MaxValue)) { IsRequired = false }];

    public static SandboxResponse Get(ApiCall call) => Json.Ok(writer =>
    {
        writer.WriteStartObject();
        if (call.World.DefaultAsn is { } asn)
        {
            writer.WriteNumber(DefaultAsn, asn);
        }
        else
        {
            writer.WriteNull(DefaultAsn);
        }

        writer.WriteEndObject();
    });

    /// <summary>Sets the ASN. Assumption: null restores Cloudflare's own ASN, and a body without the field changes nothing.</summary>
    public static SandboxResponse Update(ApiCall call)
    {
        RequestBody body = RequestBody.Parse(call.Body).Check(Fields);
        body.ThrowIfRejected();
        if (body.Has(DefaultAsn))
        {
            call.World.DefaultAsn = body.Integer(DefaultAsn) ?? AccountWorld.CloudflareAsn;
        }

        return Get(call);
    }
}
