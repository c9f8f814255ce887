namespace CloudflareCni;

/// <summary>Specifies the property that identified the Magic side of a circuit.</summary>
public enum CniMagicMatch
{
    /// <summary>Both sides have the same virtual port reservation.</summary>
    ReservationId,

    /// <summary>The name of the Magic side is the conduit name of a CNI.</summary>
    Name,

    /// <summary>The address of the Magic side is Cloudflare's address of a CNI.</summary>
    Address,
}
