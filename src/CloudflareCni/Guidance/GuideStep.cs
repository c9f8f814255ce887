namespace CloudflareCni.Guidance;

/// <summary>Represents a step without its number.</summary>
/// <param name="What">What to do.</param>
/// <param name="Why">The reason for the step.</param>
/// <param name="Source">The source of the advice.</param>
/// <param name="Command">The command to run, or <see langword="null"/> if there is no command for the step.</param>
internal sealed record GuideStep(string What, string Why, string Source, string? Command = null);
