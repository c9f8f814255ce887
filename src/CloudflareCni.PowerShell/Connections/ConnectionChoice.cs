using System;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Chooses the connection that a command uses for each object.</summary>
/// <param name="given">The value of -Connection, or <see langword="null"/> if it isn't specified.</param>
internal sealed class ConnectionChoice(CniConnection? given)
{
    // Looked up once: if the pipeline runs Connect-Cni meanwhile, the new connection applies to the next command.
    private readonly CniConnection? _inUse = given ?? DefaultConnection.Find();
    private CniConnection? _latest;

    /// <summary>Gets the connection that was chosen last, or the command's own connection.</summary>
    public CniConnection Latest => _latest ?? InUse;

    /// <summary>Gets the connection for objects without an origin: -Connection, or the default connection.</summary>
    /// <exception cref="CniException">There is no connection, or it was disconnected.</exception>
    public CniConnection InUse
    {
        get
        {
            CniConnection connection = _inUse ?? throw DefaultConnection.NotConnected();
            connection.RequireConnected();
            return connection;
        }
    }

    /// <summary>Determines whether an object has its own connection.</summary>
    /// <param name="resource">The object, or a reference to it.</param>
    /// <returns><see langword="true"/> if it has one that is connected; otherwise, <see langword="false"/>.</returns>
    public static bool HasOwn(ICniAccountResource? resource) => ReferenceOrigin.Of(resource)?.Source is CniConnection { IsConnected: true };

    /// <summary>Gets the connection for an object: -Connection, the connection that the object was read with, or the default connection.</summary>
    /// <param name="resource">The object or a reference to it, or <see langword="null"/>.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="CniException">There is no connection, or the object was read from a different base address than the connection's.</exception>
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
                $"'{resource}' was read from {Name(readFrom)}, but this command's connection is to {Name(connection.Address)}, so no request was sent. "
                + "Use the connection that the object was read with. To use this connection anyway, use the name or ID instead of the object.");
    }

    private static string Name(Uri address) => SandboxAddress.IsSandbox(address) ? $"the sandbox {address.Host}" : address.ToString();
}
