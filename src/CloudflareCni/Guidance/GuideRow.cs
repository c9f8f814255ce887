using System;
using System.Collections.Generic;

namespace CloudflareCni.Guidance;

/// <summary>A row of the guide: for which circuits it is, and what to do, in order.</summary>
internal sealed class GuideRow
{
    /// <summary>Initializes a new instance of the <see cref="GuideRow"/> class.</summary>
    /// <param name="applies">Tells whether the row is for a circuit.</param>
    /// <param name="steps">The steps.</param>
    public GuideRow(Func<GuideFacts, bool> applies, params Func<GuideFacts, GuideStep>[] steps)
    {
        Applies = applies;
        Steps = steps;
    }

    /// <summary>Gets what tells whether the row is for a circuit.</summary>
    public Func<GuideFacts, bool> Applies { get; }

    /// <summary>Gets the steps.</summary>
    public IReadOnlyList<Func<GuideFacts, GuideStep>> Steps { get; }

    /// <summary>Gets a value indicating whether another row would apply to an older circuit, so that an unknown age has to be said.</summary>
    public bool DependsOnAge { get; init; }
}
