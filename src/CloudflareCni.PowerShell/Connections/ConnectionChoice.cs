using System;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Chooses the connection that a command acts through, object by object.</summary>
/// <param name="given">The -Connection of the command; <see langword="null"/> for none.</param>
internal sealed class ConnectionChoice(CniConnection? given)
{
    // Found once: what a pipeline does meanwhile, such as Connect-Cni, is for the next command.
    private readonly CniConnection? _inUse = given ?? DefaultConnection.Find();
    private CniConnection? _latest;

    /// <summary>Gets the connection that was chosen last, or the one in use.</summary>
    public CniConnection Latest => _latest ?? InUse;

    /// <summary>Gets the connection for what has no origin: -Connection, or the default.</summary>
    /// <exception cref="CniException">There is none, or it was disconnected.</exception>
    public CniConnection InUse
    {
        get
        {
            CniConnection connection = _inUse ?? throw DefaultConnection.NotConnected();
            connection.RequireConnected();
            return connection;
        }
    }

    /// <summary>Determines whether an object brings a connection of its own along.</summary>
    /// <param name="resource">The object, or a reference to it.</param>
    /// <returns><see langword="true"/> if it does; otherwise, <see langword="false"/>.</returns>
    public static bool HasOwn(ICniAccountResource? resource) => ReferenceOrigin.Of(resource)?.Source is CniConnection { IsConnected: true };

    /// <summary>Finds the connection for an object: -Connection, the one that the object was read with, or the default.</summary>
    /// <param name="resource">The object, or a reference to it; <see langword="null"/> for none.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="CniException">There is none, or the object was read from another base address than that of the connection.</exception>
    public CniConnection For(ICniAccountResource? resource)
    {
        ReferenceOrigin? origin = ReferenceOrigin.Of(resource);
        if (given is null && origin?.Source is CniConnection { IsConnected: true } own)
        {
            return _latest = own;
        }

        CniConnection connection = InUse;
        return origin?.BaseUri is not { } readFrom || readFrom == connection.Address
            ? _latest = connection
            : throw new CniException(
                CniErrorKind.WrongConnection,
                $"'{resource}' was read from {Name(readFrom)}, and the connection in use leads to {Name(connection.Address)}, so no request was sent. "
                + "Connect to where it was read. To act on what has the same name or ID elsewhere, use the name or ID itself instead of the object.");
    }

    private static string Name(Uri address) => SandboxAddress.IsOne(address) ? $"the sandbox {address.Host}" : address.ToString();
}
