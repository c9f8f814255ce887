namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>The output and the exit code of a program.</summary>
internal sealed record CommandResult(int ExitCode, string Output);
