using System;
using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>Represents the content of a support bundle.</summary>
/// <param name="CreatedAt">When the bundle was created, in local time with its offset.</param>
/// <param name="Versions">The versions of the programs, by name.</param>
/// <param name="Circuits">The circuits.</param>
/// <param name="NextSteps">The next steps for the circuits.</param>
/// <param name="Resiliency">The resiliency report of each account.</param>
/// <param name="Requests">The requests that read the circuits.</param>
/// <param name="Problems">The failed requests, one sentence each.</param>
public sealed record BundleContent(
    DateTimeOffset CreatedAt,
    IReadOnlyList<KeyValuePair<string, string>> Versions,
    IReadOnlyList<CniCircuit> Circuits,
    IReadOnlyList<CniNextStep> NextSteps,
    IReadOnlyList<CniResiliencyReport> Resiliency,
    IReadOnlyList<BundleRequest> Requests,
    IReadOnlyList<string> Problems);
