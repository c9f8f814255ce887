using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace CloudflareCni.Baseline;

/// <summary>A slot with the fields of the API page, and no others.</summary>
public sealed class BareSlot
{
    public Guid Id { get; set; }

    public string? Site { get; set; }

    public BareFacility? Facility { get; set; }

    public string? Speed { get; set; }

    public bool Occupied { get; set; }

    public string? Account { get; set; }
}

public sealed class BareFacility
{
    public string? Name { get; set; }

    public IReadOnlyList<string>? Address { get; set; }
}

public sealed class BarePage
{
    public IReadOnlyList<BareSlot>? Items { get; set; }

    public int? Next { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BarePage))]
[JsonSerializable(typeof(BareSlot))]
public sealed partial class BareJson : JsonSerializerContext;
