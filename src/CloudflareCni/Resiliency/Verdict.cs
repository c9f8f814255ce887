using System.Collections.Generic;

namespace CloudflareCni.Resiliency;

/// <summary>What a rule says about circuits.</summary>
/// <param name="Result">The result.</param>
/// <param name="Evidence">What was seen, in sentences.</param>
/// <param name="Recommendation">What to do; empty for nothing.</param>
/// <param name="Subject">The names of what it is about.</param>
internal sealed record Verdict(CniResiliencyResult Result, string Evidence, string Recommendation = "", IEnumerable<string>? Subject = null);
