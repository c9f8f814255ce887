using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>Checks the requirements of the tests on the computer. If something is missing, a test is skipped with the reason.</summary>
internal static class Requirements
{
    private static readonly Dictionary<CniRouterPlatform, string[]> Programs = new()
    {
        [CniRouterPlatform.Frr] = [FrrRouter.Zebra, FrrRouter.Bgpd, FrrRouter.Staticd, FrrRouter.Vtysh],
        [CniRouterPlatform.Bird] = [BirdRouter.Bird, BirdRouter.Birdc],
        [CniRouterPlatform.OpenBgpd] = [OpenBgpdRouter.Bgpd, OpenBgpdRouter.Bgpctl],
    };

    private static readonly Lazy<string?> NoNamespaces = new(FindNamespaceFault);

    /// <summary>Skips the test unless the programs of the platforms are installed.</summary>
    public static void Parsers(params CniRouterPlatform[] platforms)
    {
        string[] missing = [.. platforms.SelectMany(platform => Programs[platform]).Where(program => !File.Exists(program))];
        Assert.SkipWhen(missing.Length > 0, $"{string.Join(", ", missing)} isn't installed (Debian: apt-get install frr bird2 openbgpd).");
    }

    /// <summary>Skips the test unless the programs of the platforms are installed and network namespaces can be created.</summary>
    public static void Sessions(params CniRouterPlatform[] platforms)
    {
        Parsers(platforms);
        Assert.SkipWhen(NoNamespaces.Value is not null, NoNamespaces.Value ?? "");
    }

    private static string? FindNamespaceFault()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Network namespaces need Linux and root.";
        }

        if (!File.Exists(Namespace.Ip) || !File.Exists(Namespace.Ping))
        {
            return "ip or ping isn't installed (Debian: apt-get install iproute2 iputils-ping).";
        }

        Namespace.RemoveLeftovers();
        string probe = Namespace.NewName();
        CommandResult added = Command.Run(Namespace.Ip, "netns", "add", probe);
        Command.Run(Namespace.Ip, "netns", "delete", probe);
        return added.ExitCode == 0 ? null : $"Network namespaces can't be created here: {added.Output.Trim()}";
    }
}
