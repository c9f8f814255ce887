namespace CloudflareCni.Routers.Tests.Lab;

/// <summary>What a program said and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output);
