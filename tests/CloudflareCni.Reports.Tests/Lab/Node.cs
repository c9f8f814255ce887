using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareCni.Routers.Tests.Lab;
using Xunit;

namespace CloudflareCni.Reports.Tests.Lab;

/// <summary>Runs scripts in Node, with the packages that package-lock.json lists. A test is skipped where Node, npm or the packages can't be had, and says why.</summary>
internal static class Node
{
    private const int OldestVersion = 20;
    private static readonly Lazy<string?> Fault = new(Install);

    // Each is started once, because Node needs seconds to load the packages, and Chromium to start.
    private static readonly Lazy<NodeServer> Mermaid = new(() => Start("mermaid.mjs"));
    private static readonly Lazy<NodeServer> Browser = new(() => Start("browser.mjs"));

    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Gets the path of Chromium; <c>null</c> where there is none.</summary>
    public static string? Chromium { get; } = Browsers.Select(FindProgram).FirstOrDefault(path => path is not null);

    /// <summary>Lets Mermaid read diagrams.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="diagrams">The diagrams.</param>
    public static T Parse<T>(IEnumerable<string> diagrams)
    {
        Require();
        return Mermaid.Value.Ask<T>(diagrams);
    }

    /// <summary>Runs a script in Chromium.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="script">The name of the script.</param>
    /// <param name="input">What it reads.</param>
    public static T Browse<T>(string script, object input)
    {
        RequireBrowser();
        return Browser.Value.Ask<T>(new { script, executable = Chromium, input });
    }

    /// <summary>Skips the test unless scripts can be run.</summary>
    public static void Require() => Assert.SkipWhen(Fault.Value is not null, Fault.Value ?? "");

    /// <summary>Skips the test unless scripts can be run that open pages in Chromium.</summary>
    public static void RequireBrowser()
    {
        Assert.SkipWhen(Chromium is null, "Chromium isn't installed (Debian: apt-get install chromium).");
        Require();
    }

    private static NodeServer Start(string script) => new(FindProgram("node")!, Path.Combine(Paths.Installed, script));

    private static string? Install()
    {
        string? node = FindProgram("node");
        string? npm = FindProgram(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
        if (node is null || npm is null)
        {
            return "Node or npm isn't installed (Debian: apt-get install nodejs npm).";
        }

        string version = Command.Must(node, "--version").Trim();
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out int major) || major < OldestVersion)
        {
            return $"Node {version} is installed. The packages need {OldestVersion} or later.";
        }

        Directory.CreateDirectory(Paths.Installed);
        foreach (string file in Directory.EnumerateFiles(Paths.Web))
        {
            File.Copy(file, Path.Combine(Paths.Installed, Path.GetFileName(file)), overwrite: true);
        }

        string list = File.ReadAllText(Path.Combine(Paths.Web, "package-lock.json"));
        string stamp = Path.Combine(Paths.Installed, "installed.txt");
        if (File.Exists(stamp) && File.ReadAllText(stamp) == list)
        {
            return null;
        }

        CommandResult installed = Command.Run(npm, "ci", "--prefix", Paths.Installed, "--ignore-scripts", "--no-audit", "--no-fund");
        if (installed.ExitCode != 0)
        {
            return $"npm can't install the packages here: {installed.Output.Trim()}";
        }

        File.WriteAllText(stamp, list);
        return null;
    }

    private static string? FindProgram(string name)
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = OperatingSystem.IsWindows() ? [name, $"{name}.exe"] : [name];
        return folders.SelectMany(folder => names.Select(one => Path.Combine(folder, one))).FirstOrDefault(File.Exists);
    }
}
