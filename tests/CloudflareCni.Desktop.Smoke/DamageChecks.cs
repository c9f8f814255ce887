using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CloudflareCni.Desktop.Smoke;

/// <summary>A module with a missing or damaged file, in separate processes. The process must not crash.</summary>
internal static class DamageChecks
{
    private const string Each = "--each-file";
    private const string Missing = "--missing-file";

    /// <summary>Runs the check of a separate process.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns><c>true</c> if the command line requests such a check; otherwise, <c>false</c>.</returns>
    public static bool Play(string[] arguments)
    {
        if (arguments.Length < 2 || arguments[0] is not (Each or Missing))
        {
            return false;
        }

        ModuleFolder.Use(arguments[1]);
        if (arguments[0] == Each)
        {
            DamageEach(arguments[1]);
        }
        else
        {
            File.Delete(Path.Combine(arguments[1], "Dependencies", arguments[2]));
            Console.WriteLine(Failure(Use));
        }

        return true;
    }

    public static void Run(Report report, ModuleFolder folder)
    {
        string[] files = Directory.GetFiles(Path.Combine(folder.Path, "Dependencies"), "*.dll").Select(path => Path.GetFileName(path)).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        report.Check("each missing or damaged file of the module is reported with the advice to reinstall", () =>
        {
            string[] lines = RunCopy(folder, Each);
            Expect.Equal(files.Length * 2, lines.Length);
            for (int i = 0; i < lines.Length; i++)
            {
                Expect.True(lines[i].Contains(files[i / 2]) && lines[i].Contains("Reinstall"), $"{files[i / 2]}: {lines[i]}");
            }
        });
        foreach (string file in new[] { "RestSharp.dll", "Polly.Core.dll", "System.Text.Json.dll" })
        {
            report.Check($"without {file} a request fails with its name and the process continues", () =>
            {
                string all = string.Join(" ", RunCopy(folder, Missing, file));
                Expect.True(all.Contains(file) && all.Contains("Reinstall"), all);
            });
        }
    }

    private static void DamageEach(string folder)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "Dependencies"), "*.dll").OrderBy(name => name, StringComparer.Ordinal))
        {
            byte[] content = File.ReadAllBytes(file);
            File.Delete(file);
            Console.WriteLine(Failure(Check));
            File.WriteAllBytes(file, content.Take(3000).ToArray());
            Console.WriteLine(Failure(Check));
            File.WriteAllBytes(file, content);
        }
    }

    private static Type Loading(string name) =>
        ModuleFolder.FromFiles().Single(assembly => assembly.GetName().Name == "CloudflareCni.PowerShell").GetType("CloudflareCni.PowerShell.Loading." + name, throwOnError: true);

    private static void Check() => Loading("DependencyFiles").GetMethod("Check").Invoke(null, null);

    // The error that a cmdlet shows.
    private static string Failure(Action action)
    {
        try
        {
            action();
            return "nothing failed";
        }
        catch (Exception exception)
        {
            object? shown = Loading("ModuleFailure").GetMethod("Find").Invoke(null, [exception]);
            return ((Exception?)shown)?.Message ?? exception.ToString();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use() => ClientChecks.UseOnceAsync().GetAwaiter().GetResult();

    private static string[] RunCopy(ModuleFolder folder, params string[] arguments)
    {
        string copy = Path.Combine(Path.GetTempPath(), "cni-smoke-" + Guid.NewGuid().ToString("N"));
        try
        {
            foreach (string file in Directory.GetFiles(folder.Path, "*.dll", SearchOption.AllDirectories))
            {
                string target = copy + file.Substring(folder.Path.Length);
                Directory.CreateDirectory(Path.GetDirectoryName(target));
                File.Copy(file, target);
            }

            return Start([arguments[0], copy, .. arguments.Skip(1)]);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string[] Start(string[] arguments)
    {
        string program = Assembly.GetExecutingAssembly().Location;
        string line = string.Join(" ", arguments.Select(argument => $"\"{argument}\""));
        bool isMono = Type.GetType("Mono.Runtime") is not null;
        using Process process = Process.Start(new ProcessStartInfo(isMono ? "mono" : program, isMono ? $"\"{program}\" {line}" : line)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        });
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Expect.Equal(0, process.ExitCode);
        return output.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
