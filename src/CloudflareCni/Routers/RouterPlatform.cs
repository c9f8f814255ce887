using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareCni.Routers.Platforms;

namespace CloudflareCni.Routers;

/// <summary>A router operating system: its limits, and its configuration syntax. A new platform is one class and one line in <see cref="All"/>.</summary>
public abstract class RouterPlatform
{
    private protected const string CiscoInterface = @"[A-Za-z][A-Za-z-]{0,30} ?[0-9]{1,5}(/[0-9]{1,5}){0,4}";
    private protected const string SystemInterface = @"[A-Za-z][A-Za-z0-9._-]{0,14}";

    private protected RouterPlatform()
    {
    }

    /// <summary>Gets the platforms, in the order of <see cref="CniRouterPlatform"/>.</summary>
    public static IReadOnlyList<RouterPlatform> All { get; } =
    [
        new IosXe(), new IosXr(), new NxOs(), new Junos(), new Eos(), new Frr(), new Bird(), new OpenBgpd(), new VyOs(), new RouterOs(), new SrLinux(),
    ];

    /// <summary>Gets the advice for a name that isn't a platform: a sentence with every valid name.</summary>
    public static string Choice => $"Use one of {string.Join(", ", All.Select(one => one.Platform))}.";

    /// <summary>Gets the platform.</summary>
    public abstract CniRouterPlatform Platform { get; }

    /// <summary>Gets the product's name and the release that the configuration requires, such as <c>FRRouting 8.4 or later</c>.</summary>
    public abstract string Product { get; }

    /// <summary>Gets the product's name.</summary>
    public abstract string Name { get; }

    /// <summary>Gets interface names that are typical of the platform.</summary>
    public abstract IReadOnlyList<string> InterfaceExamples { get; }

    internal abstract RouterKeyLimits KeyLimits { get; }

    internal abstract RouterCommands Commands { get; }

    /// <summary>Gets a sentence that says when the platform advertises a prefix.</summary>
    internal virtual string ExportCondition => "A prefix is advertised only while the router has a route for it.";

    private protected abstract string InterfacePattern { get; }

    private protected virtual string CommentMark => "!";

    private protected virtual string FileExtension => "cfg";

    private protected virtual int MaxDescription => 80;

    /// <summary>Gets a platform.</summary>
    /// <param name="platform">The platform.</param>
    /// <returns>The platform's limits and syntax.</returns>
    public static RouterPlatform Get(CniRouterPlatform platform) => All.Single(one => one.Platform == platform);

    /// <summary>Gets a platform by its name in <see cref="CniRouterPlatform"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The platform's limits and syntax.</returns>
    public static RouterPlatform Get(string name) => All.Single(one => one.Platform.ToString() == name);

    internal void CheckInterface(string? name)
    {
        if (name is not null && !Regex.IsMatch(name, $@"\A(?:{InterfacePattern})\z", RegexOptions.CultureInvariant))
        {
            throw new CniArgumentException(
                "InterfaceName", $"{DisplayText.Quote(name)} isn't an interface name on {Name}. Use a name such as {string.Join(" or ", InterfaceExamples.Take(2))}.");
        }
    }

    internal CniRouterConfiguration Render(Cni cni, RouterPlan plan)
    {
        var writer = new RouterWriter(CommentMark);
        WriteHeader(writer, plan);
        Write(writer, plan);
        string fileName = $"{plan.LowerIdentifier}-{Platform.ToString().ToLowerInvariant()}.{FileExtension}";
        return new CniRouterConfiguration(cni, Platform, plan.InterfaceName, fileName, writer.Text, plan.Warnings);
    }

    private protected abstract void Write(RouterWriter writer, RouterPlan plan);

    /// <summary>Returns the notes about the platform itself.</summary>
    private protected abstract IEnumerable<string> PlatformNotes(RouterPlan plan);

    private protected string Description(RouterPlan plan) => RouterText.Cut(plan.Description, MaxDescription);

    private protected static void CommentImports(RouterWriter writer, RouterBgpPlan bgp) =>
        writer.Comment(bgp.Imports.Count == 0 ? "Accepted from Cloudflare: nothing." : "Accepted from Cloudflare:");

    private protected static void CommentExports(RouterWriter writer, RouterBgpPlan bgp) =>
        writer.Comment(bgp.Exports.Count == 0 ? "Advertised to Cloudflare: nothing." : "Advertised to Cloudflare:");

    private protected static string Mask(IpPrefix prefix)
    {
        uint mask = prefix.Length == 0 ? 0 : uint.MaxValue << (32 - prefix.Length);
        return string.Join(".", RouterText.Number(mask >> 24), RouterText.Number((mask >> 16) & 255), RouterText.Number((mask >> 8) & 255), RouterText.Number(mask & 255));
    }

    private void WriteHeader(RouterWriter writer, RouterPlan plan)
    {
        writer.Comment($"{Product}: the customer's end of a Cloudflare Network Interconnect");
        foreach (string line in plan.Header)
        {
            writer.Comment(line);
        }

        writer.Comment("");
        writer.Comment("Review this text before you use it. It adds to the router's configuration and doesn't remove anything.");
        foreach (string warning in plan.Warnings)
        {
            writer.Comment($"- WARNING: {warning}");
        }

        foreach (string note in plan.Notes.Concat(PlatformNotes(plan)))
        {
            writer.Comment($"- {note}");
        }

        writer.Gap();
    }
}
