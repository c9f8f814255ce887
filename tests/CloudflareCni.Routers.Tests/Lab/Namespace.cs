using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>A network namespace: the network of a router or a neighbor. When it's disposed, everything that was started in it ends.</summary>
internal sealed class Namespace : IDisposable
{
    public const string Ip = "/sbin/ip";
    public const string Ping = "/bin/ping";

    private const string Prefix = "cni-test-";
    private static int Count;

    private readonly List<Process> _processes = [];

    public Namespace()
    {
        Name = NewName();
        Command.Must(Ip, "netns", "add", Name);
        Folder = Directory.CreateTempSubdirectory("cni-router-").FullName;
        File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Must("link", "set", "lo", "up");
    }

    public string Name { get; }

    /// <summary>A folder for the programs in the namespace.</summary>
    public string Folder { get; }

    /// <summary>A name that no other process uses.</summary>
    public static string NewName() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref Count)}");

    /// <summary>Removes the namespaces of test processes that were killed, with the programs in them.</summary>
    public static void RemoveLeftovers()
    {
        foreach (string name in Command.Run(Ip, "netns", "list").Output.Split('\n').Select(line => line.Split(' ')[0]))
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && !Directory.Exists($"/proc/{name[Prefix.Length..].Split('-')[0]}"))
            {
                foreach (string process in Command.Run(Ip, "netns", "pids", name).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    Command.Run("/bin/kill", "-KILL", process);
                }

                Command.Run(Ip, "netns", "delete", name);
            }
        }
    }

    /// <summary>Connects two namespaces with a link that has a greater MTU than any link to Cloudflare.</summary>
    public static void Join(Namespace one, string oneInterface, Namespace other, string otherInterface)
    {
        const string Jumbo = "9000";
        Command.Must(Ip, "link", "add", oneInterface, "netns", one.Name, "mtu", Jumbo, "type", "veth", "peer", "name", otherInterface, "netns", other.Name, "mtu", Jumbo);
        one.Must("link", "set", oneInterface, "up");
        other.Must("link", "set", otherInterface, "up");
    }

    /// <summary>Runs <c>ip</c> in the namespace.</summary>
    public string Must(params IEnumerable<string> arguments) => Command.Must(Ip, arguments.Prepend(Name).Prepend("-n"));

    /// <summary>Runs a program in the namespace and waits for it.</summary>
    public CommandResult Run(string program, params IEnumerable<string> arguments) =>
        Command.Run(Ip, arguments.Prepend(program).Prepend(Name).Prepend("exec").Prepend("netns"));

    /// <summary>Starts a daemon in the namespace. It must stay in the foreground.</summary>
    public void Start(string program, params IEnumerable<string> arguments)
    {
        // "ip netns exec" is replaced by the program itself, so its process ID is the daemon's.
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        foreach (string argument in new[] { "-c", "exec \"$@\" >>\"$0\" 2>&1", Path.Combine(Folder, "daemon.log"), Ip, "netns", "exec", Name, program }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        _processes.Add(Process.Start(start)!);
    }

    /// <summary>Returns the daemons' log.</summary>
    public string Log() => File.Exists(Path.Combine(Folder, "daemon.log")) ? File.ReadAllText(Path.Combine(Folder, "daemon.log")) : "";

    /// <summary>Writes a file that only root can read, as OpenBGPD requires.</summary>
    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        using (var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(text);
        }

        return path;
    }

    /// <summary>Sends one packet that must not be fragmented.</summary>
    /// <param name="address">The destination.</param>
    /// <param name="bytes">The size of the whole IP packet.</param>
    /// <param name="source">The source; null for the system's choice.</param>
    /// <returns>true if there was a reply; otherwise, false.</returns>
    public bool CanPing(string address, int bytes, string? source = null)
    {
        const int Headers = 28;
        string size = (bytes - Headers).ToString(CultureInfo.InvariantCulture);
        string[] from = source is null ? [] : ["-I", source];
        return Run(Ping, ["-c", "1", "-W", "5", "-M", "do", "-s", size, .. from, address]).ExitCode == 0;
    }

    /// <summary>Returns the kernel's routes that a routing daemon or a user has set.</summary>
    public string Routes(params IEnumerable<string> selection) => Must(arguments: ["route", "show", .. selection]);

    /// <summary>Returns the number of segments that the kernel dropped because of a wrong MD5 hash.</summary>
    public long Md5Failures()
    {
        string[] lines = [.. Run("/bin/cat", "/proc/net/netstat").Output.Split('\n').Where(line => line.StartsWith("TcpExt:", StringComparison.Ordinal))];
        int column = Array.IndexOf(lines[0].Split(' '), "TCPMD5Failure");
        return long.Parse(lines[1].Split(' ')[column], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            process.Dispose();
        }

        Command.Run(Ip, "netns", "delete", Name);
        Directory.Delete(Folder, recursive: true);
    }
}
