namespace CloudflareCni.Guidance;

/// <summary>A step before it has its place.</summary>
/// <param name="What">What to do.</param>
/// <param name="Why">Why.</param>
/// <param name="Source">Where the advice comes from.</param>
/// <param name="Command">The command to run; <c>null</c> for work by hand.</param>
internal sealed record GuideStep(string What, string Why, string Source, string? Command = null);
