using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.House;

/// <summary>The named types that a type is made of.</summary>
internal static class TypeNames
{
    /// <summary>The type without arrays and pointers, and its type arguments, theirs too.</summary>
    public static IEnumerable<TypeReference> In(TypeReference type) => type switch
    {
        GenericInstanceType generic => In(generic.ElementType).Concat(generic.GenericArguments.SelectMany(In)),
        IModifierType modified => In(modified.ElementType).Concat(In(modified.ModifierType)),
        TypeSpecification { ElementType: { } element } => In(element),
        GenericParameter => [],
        _ => [type],
    };

    /// <summary>The assembly that a type comes from; null for this one.</summary>
    public static string? AssemblyOf(TypeReference type) => (type.Scope as AssemblyNameReference)?.Name;
}
