using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Finds the named types that a type consists of.</summary>
internal static class TypeNames
{
    /// <summary>Gets the type without arrays and pointers, and its type arguments, recursively.</summary>
    public static IEnumerable<TypeReference> In(TypeReference type) => type switch
    {
        GenericInstanceType generic => In(generic.ElementType).Concat(generic.GenericArguments.SelectMany(In)),
        IModifierType modified => In(modified.ElementType).Concat(In(modified.ModifierType)),
        TypeSpecification { ElementType: { } element } => In(element),
        GenericParameter => [],
        _ => [type],
    };

    /// <summary>Gets the assembly of a type, or null if it's in the same assembly.</summary>
    public static string? AssemblyOf(TypeReference type) => (type.Scope as AssemblyNameReference)?.Name;
}
