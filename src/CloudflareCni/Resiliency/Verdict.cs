using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>Represents a rule's judgment about circuits.</summary>
/// <param name="Result">The result.</param>
/// <param name="Evidence">The facts that the result is based on, in sentences.</param>
/// <param name="Recommendation">The advice; empty if there is nothing to do.</param>
/// <param name="Subject">The names of the parts that the judgment is about.</param>
internal sealed record Verdict(CniResiliencyResult Result, string Evidence, string Recommendation = "", IEnumerable<string>? Subject = null);
