using System;
using System.Collections.Generic;

namespace CloudflareCni.Client;

/// <summary>Represents the content of a report.</summary>
/// <param name="Title">The title.</param>
/// <param name="CreatedAt">When the report was created, in local time with its offset.</param>
/// <param name="Generator">The name and the version of the program.</param>
/// <param name="Circuits">The circuits.</param>
/// <param name="NextSteps">The next steps, in the order of the circuits.</param>
/// <param name="Resiliency">The resiliency report of each account.</param>
public sealed record ReportContent(
    string Title,
    DateTimeOffset CreatedAt,
    string Generator,
    IReadOnlyList<CniCircuit> Circuits,
    IReadOnlyList<CniNextStep> NextSteps,
    IReadOnlyList<CniResiliencyReport> Resiliency);
