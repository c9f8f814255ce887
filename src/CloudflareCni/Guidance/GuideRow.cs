using System;
using System.Collections.Generic;

namespace CloudflareCni.Guidance;

/// <summary>Represents a row of the guide: a condition, and the steps for the circuits that meet it, in order.</summary>
internal sealed class GuideRow
{
    /// <summary>Initializes a new instance of the <see cref="GuideRow"/> class.</summary>
    /// <param name="applies">Determines whether the row applies to a circuit.</param>
    /// <param name="steps">The steps.</param>
    public GuideRow(Func<GuideFacts, bool> applies, params Func<GuideFacts, GuideStep>[] steps)
    {
        Applies = applies;
        Steps = steps;
    }

    /// <summary>Gets a function that determines whether the row applies to a circuit.</summary>
    public Func<GuideFacts, bool> Applies { get; }

    /// <summary>Gets the steps.</summary>
    public IReadOnlyList<Func<GuideFacts, GuideStep>> Steps { get; }

    /// <summary>Gets a value indicating whether another row would apply to an older circuit, so that the user must know whether the age is known.</summary>
    public bool DependsOnAge { get; init; }
}
