using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CloudflareCni.PowerShell.Tests.Engine;
using Xunit.Sdk;

namespace CloudflareCni.PowerShell.Tests.Reliability.Soak;

/// <summary>One runspace of the soak test. It runs random operations on its own objects and always knows the expected state.</summary>
internal sealed class SoakWorker : IDisposable
{
    private const int MaxGcpInterconnects = 2;
    private const int MaxCnisOnInterconnect = 3;

    // Some workers use retries. The others receive the faults that retries would hide.
    private static readonly int[] Retries = [4, 0, 2, 1];

    private readonly SoakSession _session;
    private readonly Random _dice;
    private readonly IReadOnlyList<Guid> _slots;
    private readonly string _name;
    private readonly (int Weight, Func<bool> Operation)[] _operations;
    private int _names;

    /// <summary>Opens the runspace.</summary>
    /// <param name="number">The number of the runspace. Together with the seed, it determines all operations of the worker.</param>
    /// <param name="seed">The seed of the soak test.</param>
    /// <param name="proxy">The proxy between the worker and the sandbox.</param>
    /// <param name="slots">The free slots for this worker.</param>
    public SoakWorker(int number, int seed, FaultyProxy proxy, IReadOnlyList<Guid> slots)
    {
        _name = $"w{number}";
        _dice = new Random((seed * 100) + number);
        _slots = slots;

        _session = new SoakSession(proxy, $"soak-{number}", retries: Retries[number % Retries.Length]);
        _operations =
        [
            (4, Order), (2, OrderGcp), (1, OrderAgain), (2, RemoveLine), (1, RemoveLineInUse),
            (8, Create), (2, CreateAgain), (8, Change), (4, Remove), (2, ReadLine), (4, ReadConduit), (2, ReadAll),
        ];
    }

    public SoakModel Model { get; } = new();

    public SoakTally Tally => _session.Tally;

    /// <summary>Runs operations.</summary>
    /// <param name="count">The number of operations.</param>
    /// <param name="cancellationToken">The token that stops the worker between two operations.</param>
    /// <exception cref="XunitException">An operation was lost, done twice, or reported incorrectly.</exception>
    public void Work(int count, CancellationToken cancellationToken)
    {
        for (int i = 0; i < count && !cancellationToken.IsCancellationRequested;)
        {
            Func<bool> operation = Pick(_operations.SelectMany(entry => Enumerable.Repeat(entry.Operation, entry.Weight)));
            try
            {
                if (operation())
                {
                    i++;
                    Tally.Operations[operation.Method.Name] = Tally.Operations.GetValueOrDefault(operation.Method.Name) + 1;
                }
            }
            catch (Exception e)
            {
                throw new XunitException($"{_name}, operation {i}, {operation.Method.Name}: {e.Message}", e);
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private bool Order()
    {
        Guid[] free = [.. _slots.Except(Model.Lines.Select(line => line.SlotId ?? Guid.Empty))];
        if (free.Length == 0)
        {
            return false;
        }

        Guid slot = Pick(free);
        string reuse = _dice.Next(3) == 0 ? " -ReuseExisting" : "";
        if (Made<CniInterconnect>(
            _session.Run(posts: 1, "New-CniInterconnect $args[0]" + reuse, slot),
            () => _session.Look<CniInterconnect>("Get-CniInterconnect | Where-Object SlotId -eq $args[0]", slot)) is { } made)
        {
            Expect(slot, made.SlotId);
            Model.Add(Line.Of(made));
        }

        return true;
    }

    // The pairing key is never shown, so only the region identifies the owner of the interconnect.
    private bool OrderGcp()
    {
        string region = "soak-" + _name;
        HashSet<string> mine = [.. Model.Lines.Where(line => line.Region == region).Select(line => line.Name)];
        if (mine.Count >= MaxGcpInterconnects)
        {
            return false;
        }

        if (Made<CniInterconnect>(
            _session.Run(posts: 1, "New-CniInterconnect -PairingKey $args[0] -Bandwidth 1G", $"7e51371e-72a3-40b5-b844-2e3efefaee59/{region}/1"),
            () => [.. _session.Look<CniInterconnect>("Get-CniInterconnect -Type gcp_partner | Where-Object Region -eq $args[0]", region).Where(one => !mine.Contains(one.Name))]) is { } made)
        {
            Expect(region, made.Region);
            Model.Add(Line.Of(made));
        }

        return true;
    }

    private bool OrderAgain() => OnOneOf(Model.Lines.Where(line => line.SlotId is not null), line =>
        Again<CniInterconnect>("New-CniInterconnect $args[0]", [line.SlotId], found => Expect(line, Line.Of(found))));

    private bool Create() => OnOneOf(Model.Lines.Where(line => Model.On(line).Count < MaxCnisOnInterconnect), line =>
    {
        string name = $"{_name}-{++_names}";
        int mtu = Pick([1500, 1476]);
        string script = "New-Cni $args[0] -ConduitName $args[1] -Mtu $args[2]" + Pick(["", " -CustomerAsn 64512", " -ReuseExisting"]);
        if (Made<Cni>(
            _session.Run(posts: 1, script, line.Name, name, mtu),
            () => _session.Look<Cni>("Get-Cni -Interconnect $args[0] | Where-Object ConduitName -eq $args[1]", line.Name, name)) is { } made)
        {
            var conduit = Conduit.Of(made);
            Expect((line.Name, name, mtu), (conduit.Interconnect, conduit.Name, conduit.Mtu));
            Model.Add(conduit);
        }
    });

    private bool CreateAgain() => OnOneOf(Model.Conduits, conduit => Again<Cni>(
        "New-Cni $args[0] -ConduitName $args[1] -Mtu $args[2]",
        [conduit.Interconnect, conduit.Name, conduit.Mtu],
        found => Expect(conduit, Conduit.Of(found))));

    private bool Change() => OnOneOf(Model.Conduits, before =>
    {
        Conduit after = before with { Description = $"change {_dice.Next(1_000_000)}", Mtu = Pick([1500, 1476]), Asn = _dice.Next(64512, 65000) };
        RunResult result = _session.Run(
            posts: 0, "Set-Cni $args[0] -Description $args[1] -Mtu $args[2] -CustomerAsn $args[3] -PassThru", before.Id, after.Description, after.Mtu, after.Asn);
        if (HasFailed(result))
        {
            Conduit found = Conduit.Of(_session.Look<Cni>("Get-Cni $args[0]", before.Id).Single());
            SoakSession.Demand(found == before || found == after, result, $"Neither {before} nor {after} but {found}");
            Fail(done: found == after);
            Model.Replace(found);
        }
        else
        {
            Expect(after, Conduit.Of(result.One<Cni>()));
            Model.Replace(after);
        }
    });

    private bool Remove() => OnOneOf(Model.Conduits, conduit =>
    {
        RunResult result = _session.Run(posts: 0, "Remove-Cni $args[0] -Force", conduit.Id);
        bool failed = HasFailed(result);
        if (failed && _session.Look<Cni>("Get-Cni $args[0]", conduit.Id).Count == 1)
        {
            Fail(done: false);
            return;
        }

        Model.Remove(conduit);
        if (failed)
        {
            Fail(done: true);
        }
    });

    private bool RemoveLine() => OnOneOf(Model.Lines, line =>
    {
        RunResult result = _session.Run(posts: 0, "Remove-CniInterconnect $args[0] -IncludeCni -Force", line.Name);

        // If a CNI couldn't be removed, the interconnect is also in use.
        if (!HasFailed(result, result.Errors.Count > 1 ? "CniInterconnectInUse" : ""))
        {
            Model.On(line).ToList().ForEach(Model.Remove);
            Model.Remove(line);
            return;
        }

        HashSet<Guid> standing = [.. _session.Look<Cni>("Get-Cni -Interconnect $args[0]", line.Name).Select(cni => cni.Id)];
        bool stands = _session.Look<CniInterconnect>("Get-CniInterconnect $args[0]", line.Name).Count == 1;
        SoakSession.Demand(stands || standing.Count == 0, result, $"{line} is gone, its CNIs are not");
        Fail(done: !stands);
        Model.On(line).Where(conduit => !standing.Contains(conduit.Id)).ToList().ForEach(Model.Remove);
        if (!stands)
        {
            Model.Remove(line);
        }
    });

    private bool RemoveLineInUse() => OnOneOf(Model.Lines.Where(line => Model.On(line).Count > 0), line =>
    {
        RunResult result = _session.Run(posts: 0, "Remove-CniInterconnect $args[0] -Force", line.Name);
        SoakSession.Demand(HasFailed(result, "CniInterconnectInUse"), result, $"{line} carries CNIs");
    });

    private bool ReadLine() => OnOneOf(Model.Lines, line =>
    {
        RunResult result = _session.Run(posts: 0, "Get-CniInterconnect $args[0]; Get-CniInterconnectStatus $args[0]", line.Name);
        if (!HasFailed(result))
        {
            Expect(line, Line.Of((CniInterconnect)result.Output[0].BaseObject));
            Expect(line.Name, ((CniInterconnectStatus)result.Output[1].BaseObject).Interconnect);
        }
    });

    private bool ReadConduit() => OnOneOf(Model.Conduits, conduit =>
    {
        RunResult result = _session.Run(posts: 0, "Get-Cni $args[0]", conduit.Id);
        if (!HasFailed(result))
        {
            Expect(conduit, Conduit.Of(result.One<Cni>()));
        }
    });

    private bool ReadAll()
    {
        RunResult result = _session.Run(posts: 0, "Get-Cni | Where-Object ConduitName -like $args[0]", _name + "-*");
        if (!HasFailed(result))
        {
            Expect(Sorted(Model.Conduits), Sorted(result.As<Cni>().Select(Conduit.Of)));
        }

        return true;
    }

    // The result of a creation. After CniOutcomeUnknown, the object is looked up as the error advises. After any other error, it must not exist.
    private T? Made<T>(RunResult result, Func<IReadOnlyList<T>> look)
        where T : class
    {
        if (result.ErrorIds is ["CniOutcomeUnknown"])
        {
            T? found = look().SingleOrDefault();
            Tally.Unknown++;
            Tally.UnknownAndThere += found is null ? 0 : 1;
            return found;
        }

        if (HasFailed(result))
        {
            SoakSession.Demand(look().Count == 0, result, "It was created, and the error does not say that it may have been");
            return null;
        }

        Tally.Recovered += result.Warnings.Count(warning => warning.Contains("It was created once", StringComparison.Ordinal));
        return result.One<T>();
    }

    private void Again<T>(string script, object?[] arguments, Action<T> check)
    {
        bool reuse = _dice.Next(2) == 0;
        RunResult result = _session.Run(posts: 0, script + (reuse ? " -ReuseExisting" : ""), arguments);
        if (HasFailed(result, reuse ? "" : "CniAlreadyExists"))
        {
            return;
        }

        SoakSession.Demand(reuse, result, "It exists, and the command does not say so");
        check(result.One<T>());
    }

    // Determines whether the command failed because of a fault or with the expected error. Any other error is a violation.
    private static bool HasFailed(RunResult result, string expected = "")
    {
        SoakSession.Demand(result.ErrorIds.All(id => id == expected || SoakSession.IsPassing(id)), result, "An error that no fault explains");
        return result.ErrorIds.Count > 0;
    }

    private void Fail(bool done)
    {
        Tally.ChangesFailed++;
        Tally.ChangesFailedAndDone += done ? 1 : 0;
    }

    private bool OnOneOf<T>(IEnumerable<T> objects, Action<T> action)
    {
        T[] all = [.. objects];
        if (all.Length == 0)
        {
            return false;
        }

        action(Pick(all));
        return true;
    }

    private T Pick<T>(IEnumerable<T> choices)
    {
        T[] all = [.. choices];
        return all[_dice.Next(all.Length)];
    }

    private static string Sorted(IEnumerable<Conduit> conduits) => string.Join('\n', conduits.OrderBy(conduit => conduit.Id));

    private static void Expect<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new XunitException(string.Create(CultureInfo.InvariantCulture, $"Expected {expected}, found {actual}"));
        }
    }
}
