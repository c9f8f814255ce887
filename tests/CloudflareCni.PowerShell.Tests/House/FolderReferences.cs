using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.House;

/// <summary>Finds which folders of an assembly use which others. A folder is a namespace below that of the assembly.</summary>
internal static class FolderReferences
{
    /// <summary>Gets the folders of an assembly, each with the folders that it uses. The root folder is an empty string.</summary>
    public static SortedDictionary<string, SortedSet<string>> Of(AssemblyDefinition assembly)
    {
        string root = assembly.Name.Name;
        var folders = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            if (FolderOf(type, root) is not { } from)
            {
                continue;
            }

            if (!folders.TryGetValue(from, out SortedSet<string>? used))
            {
                folders.Add(from, used = new SortedSet<string>(StringComparer.Ordinal));
            }

            used.UnionWith(TypesUsedBy(type).SelectMany(Parts)
                .Where(part => part.Scope == assembly.MainModule).Select(part => FolderOf(part, root)).OfType<string>().Where(to => to != from));
        }

        return folders;
    }

    private static string? FolderOf(TypeReference type, string root)
    {
        TypeReference outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        return outer.Namespace == root ? string.Empty
            : outer.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? outer.Namespace[(root.Length + 1)..]
            : null;
    }

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference> declared = type.Interfaces.Select(implemented => implemented.InterfaceType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        IEnumerable<TypeReference> inBodies = type.Methods.Where(method => method.HasBody).SelectMany(method =>
            method.Body.Variables.Select(variable => variable.VariableType).Concat(method.Body.Instructions.SelectMany(instruction => TypesIn(instruction.Operand))));
        return declared.Concat(inBodies).Concat(type.BaseType is null ? [] : [type.BaseType]);
    }

    private static IEnumerable<TypeReference> TypesIn(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference member when member.DeclaringType is not null => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
