using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Circuits;
using CloudflareCni.PowerShell.Binding;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that reads circuits.</summary>
public abstract class CniCircuitCommand : CniParallelCommand
{
    private protected void ReadCircuits(InterconnectReference[]? names, Action<CniCircuit> take)
    {
        ICniAccountClient client = GetClient();
        CniInterconnect[] interconnects = List((page, cancellation) => client.ListInterconnectsAsync(new CniInterconnectFilter(), page, cancellation)).ToArray();
        CniSlot[] slots = List((page, cancellation) => client.ListSlotsAsync(new CniSlotFilter(), page, cancellation)).ToArray();
        Cni[] cnis = List((page, cancellation) => client.ListCnisAsync(new CniFilter(), page, cancellation)).ToArray();
        var join = new CircuitJoin(new CircuitParts(interconnects, slots, cnis));
        foreach (CniInterconnect one in interconnects.Where(one => names is null || names.Any(name => name.IsPattern ? name.Matches(one.Name) : name.Name == one.Name)))
        {
            Ask<CniInterconnectStatus>(one, () => client.GetInterconnectStatusAsync(one.Name, Stopped), answer => take(join.Create(one, answer())));
        }

        Drain();
    }
}
