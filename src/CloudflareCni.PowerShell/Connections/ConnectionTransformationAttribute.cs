using System.Collections;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Lets a hashtable stand for a connection.</summary>
[System.AttributeUsage(System.AttributeTargets.Property)]
internal sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(CniConnection).FullName))
        {
            throw new ArgumentTransformationMetadataException(
                "The connection comes from another process or a file, and a credential never leaves the process that it was given to. "
                + "Run Connect-Cni where the connection is used, or give a hashtable with AccountId and ApiToken as -Connection.");
        }

        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is string)
        {
            // It may be a token, which the engine's own message would repeat.
            throw new ArgumentTransformationMetadataException("A text is no connection. Give what Connect-Cni wrote, or a hashtable with AccountId and ApiToken.");
        }

        if (value is not IDictionary table)
        {
            return inputData;
        }

        try
        {
            (ConnectionSettings settings, string? accountId) = ConnectionTable.Read(table);
            return CniConnections.Create(settings, accountId);
        }
        catch (CniArgumentException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
