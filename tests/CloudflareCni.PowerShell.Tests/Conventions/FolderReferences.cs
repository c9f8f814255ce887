using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Finds which source folders of an assembly use which other folders.</summary>
internal static class FolderReferences
{
    /// <summary>Gets the folders of an assembly, each with the folders that it uses. The root folder is an empty string.</summary>
    public static SortedDictionary<string, SortedSet<string>> Of(AssemblyDefinition assembly)
    {
        var source = new SourceFolders(assembly.Name.Name);
        var folders = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            if (source.Of(type) is not { } from)
            {
                continue;
            }

            if (!folders.TryGetValue(from, out SortedSet<string>? used))
            {
                folders.Add(from, used = new SortedSet<string>(StringComparer.Ordinal));
            }

            used.UnionWith(TypesUsedBy(type).SelectMany(Parts)
                .Where(part => part.Scope == assembly.MainModule).Select(source.Of).OfType<string>().Where(to => to != from));
        }

        return folders;
    }

    /// <summary>Gets the folders that form a circle, each circle as one line with the names of its folders.</summary>
    public static IEnumerable<string> Circles(IReadOnlyDictionary<string, SortedSet<string>> folders)
    {
        Dictionary<string, HashSet<string>> reached = folders.Keys.ToDictionary(folder => folder, folder => Reached(folders, folder));
        return folders.Keys
            .Where(folder => reached[folder].Contains(folder))
            .Select(folder => string.Join(", ", reached[folder].Where(other => reached[other].Contains(folder)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    private static HashSet<string> Reached(IReadOnlyDictionary<string, SortedSet<string>> folders, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(folders[from]);
        while (next.TryDequeue(out string? folder))
        {
            if (reached.Add(folder) && folders.TryGetValue(folder, out SortedSet<string>? used))
            {
                foreach (string one in used)
                {
                    next.Enqueue(one);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference> declared = type.Interfaces.Select(implemented => implemented.InterfaceType)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        IEnumerable<TypeReference> inBodies = type.Methods.Where(method => method.HasBody).SelectMany(method =>
            method.Body.Variables.Select(variable => variable.VariableType).Concat(method.Body.Instructions.SelectMany(instruction => TypesIn(instruction.Operand))));
        IEnumerable<ICustomAttributeProvider> attributed = [type, .. type.Properties, .. type.Fields, .. type.Methods, .. type.Methods.SelectMany(method => method.Parameters)];
        IEnumerable<TypeReference> attributes = attributed.SelectMany(one => one.CustomAttributes).SelectMany(attribute =>
            attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));
        return declared.Concat(inBodies).Concat(attributes).Concat(type.BaseType is null ? [] : [type.BaseType]);
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
