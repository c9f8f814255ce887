using System;
using System.Collections.Generic;

namespace CloudflareCni;

/// <summary>The configuration of the customer's router for one CNI.</summary>
/// <remarks>The object carries the CNI's ID and not the CNI, so that an MD5 key that is omitted from the text isn't in the object either.</remarks>
public sealed class CniRouterConfiguration
{
    internal CniRouterConfiguration(
        Cni cni, CniRouterPlatform platform, string interfaceName, string fileName, string text, IReadOnlyList<string> warnings)
    {
        Cni = cni.Id;
        ConduitName = cni.Magic.ConduitName;
        Interconnect = cni.Interconnect;
        AccountId = cni.AccountId;
        Platform = platform;
        InterfaceName = interfaceName;
        FileName = fileName;
        Text = text;
        Warnings = warnings;
    }

    /// <summary>Gets the ID of the CNI.</summary>
    public Guid Cni { get; }

    /// <summary>Gets the conduit name of the CNI.</summary>
    public string ConduitName { get; }

    /// <summary>Gets the name of the interconnect that hosts the CNI.</summary>
    public string Interconnect { get; }

    /// <summary>Gets the account that the CNI was read from; <c>null</c> if the CNI wasn't read from the API.</summary>
    public string? AccountId { get; }

    /// <summary>Gets the platform that the text is for.</summary>
    public CniRouterPlatform Platform { get; }

    /// <summary>Gets the name of the router's interface for the link.</summary>
    public string InterfaceName { get; }

    /// <summary>Gets a suggested file name: lowercase letters, digits, hyphens and one dot.</summary>
    public string FileName { get; }

    /// <summary>Gets the configuration: printable ASCII, with a line feed at the end of each line.</summary>
    public string Text { get; }

    /// <summary>Gets the warnings to read before the text is used; empty if there are none. The text's header repeats them.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Gets the number of warnings.</summary>
    public int WarningCount => Warnings.Count;

    /// <summary>Returns the configuration.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
