using System;
using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>What a support bundle holds.</summary>
/// <param name="CreatedAt">When the bundle was created, in local time with its offset.</param>
/// <param name="Versions">The versions of the programs, by name.</param>
/// <param name="Circuits">The circuits.</param>
/// <param name="NextSteps">What the module advises about them.</param>
/// <param name="Resiliency">What rules found, a report for each account.</param>
/// <param name="Requests">The requests that read the circuits.</param>
/// <param name="Problems">What couldn't be read, a sentence each.</param>
public sealed record BundleContent(
    DateTimeOffset CreatedAt,
    IReadOnlyList<KeyValuePair<string, string>> Versions,
    IReadOnlyList<CniCircuit> Circuits,
    IReadOnlyList<CniNextStep> NextSteps,
    IReadOnlyList<CniResiliencyReport> Resiliency,
    IReadOnlyList<BundleRequest> Requests,
    IReadOnlyList<string> Problems);
