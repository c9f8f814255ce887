namespace CloudflareCni.Client;

/// <summary>How a client proves to Cloudflare who it is. Its text form shows no secret.</summary>
public abstract class CniCredential
{
    private protected CniCredential()
    {
    }

    /// <summary>What must stand in no message; the server's words are searched for it.</summary>
    internal abstract string Secret { get; }

    /// <summary>Gives the headers that carry the credential.</summary>
    /// <returns>Names and values.</returns>
    internal abstract (string Name, string Value)[] GetHeaders();
}
