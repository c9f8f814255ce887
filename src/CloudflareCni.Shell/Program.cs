using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

// Starts PowerShell with the module imported and a sandbox connected. All arguments except a leading -NoSandbox are passed to pwsh.
bool sandbox = args is not [var first, ..] || !first.Equals("-NoSandbox", StringComparison.OrdinalIgnoreCase);
string[] options = sandbox ? args : args[1..];
bool isInteractive = options.Length == 0 && !Console.IsInputRedirected;
if (options.Length == 0 && Console.IsInputRedirected)
{
    options = ["-Command", "-"];
}

string pwsh = Built("PowerShell");
if (!File.Exists(pwsh))
{
    Console.Error.WriteLine($"PowerShell isn't at {pwsh} anymore. Run dotnet build to restore it.");
    return 70;
}

var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
[
    pwsh,
    "-NoProfile",
    "-ExecutionPolicy", "Bypass",
    "-ConfigurationFile", Path.Combine(AppContext.BaseDirectory, "Session.pssc"),
    .. options,
]);
start.Environment["CNI_SHELL_MODULE"] = Built("Module");
start.Environment["CNI_SHELL_SANDBOX"] = sandbox ? "1" : "";
start.Environment["CNI_SHELL_INTERACTIVE"] = isInteractive ? "1" : "";
// The version is pinned, so there is no update to check for, and a practice session doesn't need telemetry.
start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";

// PowerShell receives Ctrl+C as well and handles it.
Console.CancelKeyPress += (_, press) => press.Cancel = true;
using Process process = Process.Start(start)!;
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    process.Kill(entireProcessTree: true);
});
process.WaitForExit();
return process.ExitCode;

static string Built(string key) =>
    Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
