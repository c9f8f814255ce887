using System;
using System.Collections.Generic;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that creates or changes a CNI and warns of what is unusual.</summary>
public abstract class CniChangeCommand : CniCommand
{
    private readonly HashSet<string> _warned = [];

    // An interconnect never changes its kind.
    private readonly Dictionary<(Uri?, string?, string), CniInterconnectKind> _kinds = [];

    /// <summary>Writes a warning that concerns no single object, once in a command's run.</summary>
    /// <param name="warning">The text.</param>
    private protected void WarnOnce(string warning)
    {
        if (_warned.Add(warning))
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Gets the value of a parameter by its name, so that a field that a CNI gains needs a parameter and nothing else here.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value; null when the cmdlet has no such parameter, or it isn't given.</returns>
    private protected object? ValueOf(string name) => GetType().GetProperty(name)?.GetValue(this);

    /// <summary>Writes warnings that name what they are about: of many objects in a pipeline, each has its own.</summary>
    /// <param name="subject">What they are about.</param>
    /// <param name="warnings">The texts; null for none.</param>
    private protected void Warn(string subject, params IEnumerable<string?> warnings)
    {
        foreach (string? warning in warnings)
        {
            if (warning is not null)
            {
                WriteWarning($"{subject}: {warning}");
            }
        }
    }

    /// <summary>What an interconnect is, as far as it matters for an MTU: an unusual one is worth a request, a usual one is not.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="mtu">The MTU in bytes.</param>
    /// <returns>The kind; Other when it can't be told or does not matter.</returns>
    private protected CniInterconnectKind KindOf(InterconnectReference interconnect, int mtu)
    {
        if (interconnect.Interconnect is { } known)
        {
            return known.Kind;
        }

        if (MtuRules.Warn(mtu, CniInterconnectKind.Physical) is null && MtuRules.Warn(mtu, CniInterconnectKind.GcpPartner) is null)
        {
            return CniInterconnectKind.Other;
        }

        (Uri?, string?, string) key = (interconnect.BaseUri, interconnect.AccountId, interconnect.Name);
        if (_kinds.TryGetValue(key, out CniInterconnectKind kind))
        {
            return kind;
        }

        try
        {
            return _kinds[key] = Wait(GetClient(interconnect).GetInterconnectAsync(interconnect.Name, Stopped)).Kind;
        }
        catch (CniApiException)
        {
            // A warning is not worth a failure: what is wrong shows in the change itself.
            return CniInterconnectKind.Other;
        }
    }
}
