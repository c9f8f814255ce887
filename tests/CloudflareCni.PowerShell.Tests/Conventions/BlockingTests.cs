using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>The client never blocks, so a pool thread that reads a response is free while the network is slow.</summary>
public class BlockingTests
{
    private static readonly HashSet<string> Waits =
    [
        "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task::WaitAll", "System.Threading.Tasks.Task::WaitAny",
        "System.Threading.Tasks.Task`1::get_Result", "System.Threading.Monitor::Wait", "System.Threading.WaitHandle::WaitOne",
        "System.Threading.SemaphoreSlim::Wait", "System.Threading.ManualResetEventSlim::Wait", "System.Threading.Thread::Sleep",
        "System.IO.Stream::Read", "System.IO.Stream::Write", "System.IO.Stream::CopyTo",
    ];

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void Nothing_in_the_client_blocks_a_thread(string build)
    {
        IEnumerable<string> blocking =
            from type in ModuleBuild.Of(build).Get("CloudflareCni.Client").MainModule.GetTypes()
            from method in type.Methods.Where(method => method.HasBody)
            from instruction in method.Body.Instructions
            where instruction.OpCode == OpCodes.Call || instruction.OpCode == OpCodes.Callvirt
            let called = (MethodReference)instruction.Operand
            where Waits.Contains($"{called.DeclaringType.GetElementType().FullName}::{called.Name}") || (IsAwaiterResult(called) && method.Name != "MoveNext")
            select $"{type.FullName}::{method.Name} calls {called.FullName}";

        Assert.Empty(blocking);
    }

    // The compiler generates this for await after it checks that the task has ended. In source code, it blocks.
    private static bool IsAwaiterResult(MethodReference called) =>
        called.Name == "GetResult" && called.DeclaringType.GetElementType().FullName.StartsWith("System.Runtime.CompilerServices.", System.StringComparison.Ordinal);
}
