using System;
using System.Globalization;
using CloudflareCni.Routers;

namespace CloudflareCni.Guidance;

/// <summary>Represents what the guide knows about a circuit.</summary>
internal sealed class GuideFacts
{
    private readonly NextStepOptions _options;
    private readonly RouterPlatform? _platform;

    /// <summary>Initializes a new instance of the <see cref="GuideFacts"/> class.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="options">The time, and what the user knows about the circuits.</param>
    public GuideFacts(CniCircuit circuit, NextStepOptions options)
    {
        _options = options;
        _platform = options.Platform is { } platform ? RouterPlatform.Get(platform) : null;
        Circuit = circuit;
        Meaning = ReasonWords.Read(circuit.Reason);
        Age = Elapsed(options.Since ?? circuit.CreatedOn);
    }

    public CniCircuit Circuit { get; }

    public ReasonMeaning Meaning { get; }

    /// <summary>Gets the age of the link, or how long it hasn't been healthy, or <see langword="null"/> if neither is known.</summary>
    public TimeSpan? Age { get; }

    /// <summary>Gets how long the circuit hasn't been healthy, which only the user knows, or <see langword="null"/> if it isn't known.</summary>
    public TimeSpan? Outage => IsIll ? Elapsed(_options.Since) : null;

    public bool IsPhysical => Circuit.Kind == CniInterconnectKind.Physical;

    public bool IsGcp => Circuit.Kind == CniInterconnectKind.GcpPartner;

    public bool IsHealthy => InterconnectStates.Is(Circuit.State, InterconnectStates.Healthy);

    public bool IsPending => InterconnectStates.Is(Circuit.State, InterconnectStates.Pending);

    public bool IsDown => InterconnectStates.Is(Circuit.State, InterconnectStates.Down);

    public bool IsUnhealthy => InterconnectStates.Is(Circuit.State, InterconnectStates.Unhealthy);

    public bool IsIll => IsDown || IsUnhealthy;

    /// <summary>Gets a value indicating whether the circuit has a Magic side, but neither a BGP session nor a route, so that it doesn't carry traffic.</summary>
    public bool CarriesNothing
    {
        get
        {
            if (Circuit is not { Magic.Count: > 0, Routes.Count: 0, Cnis.Count: > 0 })
            {
                return false;
            }

            foreach (Cni cni in Circuit.Cnis)
            {
                if (cni.Bgp is not null)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Gets a sentence with the state and the reason in the API's words.</summary>
    public string Said => Circuit.State is null ? ""
        : string.IsNullOrWhiteSpace(Circuit.Reason) ? $"Cloudflare reports {DisplayText.Escape(Circuit.State)} and gives no reason."
        : $"Cloudflare reports {DisplayText.Escape(Circuit.State)}: '{DisplayText.Escape(Circuit.Reason!)}'.";

    /// <summary>Gets a sentence about the age.</summary>
    public string AgeText => Age is { } age
        ? $"It {(_options.Since is null ? "was created" : "began")} {Ago(age)} ago."
        : "Its age is unknown, so these are the steps for a new link. Use -Since to specify the date.";

    /// <summary>Gets the optic that Cloudflare uses on the link.</summary>
    public string Optic => Circuit.Speed switch
    {
        "10G" => "10GBASE-LR",
        "100G" when Circuit.Dataplane == "2" => "100GBASE-LR4",
        "100G" when Circuit.Dataplane is "1" or "1.5" => "100GBASE-LR",
        _ => "10GBASE-LR, or 100GBASE-LR (dataplane v1) or 100GBASE-LR4 (v2)",
    };

    public bool IsOlderThan(TimeSpan age) => Age > age;

    /// <summary>Gets a command of the module. In the template, <c>{0}</c> stands for the name of the circuit.</summary>
    public string? Module(string command) => GuideCommands.For(command, Circuit.Name);

    /// <summary>Gets a command of the router, or <see langword="null"/> if the platform isn't known or the router is Google's.</summary>
    public string? Router(Func<RouterCommands, string> command) => _platform is null || IsGcp ? null : command(_platform.Commands);

    private TimeSpan? Elapsed(DateTime? since) => since is not { } time ? null : time >= _options.Now ? TimeSpan.Zero : _options.Now - time;

    private static string Ago(TimeSpan age) =>
        age.TotalDays >= 2 ? Number(age.TotalDays, "day")
        : age.TotalHours >= 2 ? Number(age.TotalHours, "hour")
        : Number(age.TotalMinutes, "minute");

    private static string Number(double number, string unit) => $"{Math.Floor(number).ToString(CultureInfo.InvariantCulture)} {unit}{(Math.Floor(number) == 1 ? "" : "s")}";
}
