using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>
/// The engine reads every type of the cmdlet assembly before the module's initializer runs, so these types must not need the Dependencies folder.
/// </summary>
public class CmdletAssemblyTests
{
    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void No_base_class_or_interface_comes_from_Dependencies(string build) => Assert.Empty(
        from type in Types(build)
        from above in type.Interfaces.Select(one => one.InterfaceType).Append(type.BaseType).OfType<TypeReference>()
        where IsPrivate(build, above)
        select $"{type.FullName}: {above.FullName}");

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void No_value_type_field_uses_a_type_from_Dependencies(string build) => Assert.Empty(
        from type in Types(build)
        from field in type.Fields
        where field.FieldType.IsValueType && IsPrivate(build, field.FieldType)
        select field.FullName);

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void No_attribute_comes_from_Dependencies(string build) => Assert.Empty(
        from type in Types(build)
        from owner in type.Methods.Concat<ICustomAttributeProvider>(type.Properties).Concat(type.Fields).Append(type)
        from attribute in owner.CustomAttributes
        from named in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType)
        where IsPrivate(build, named)
        select $"{owner}: {named.FullName}");

    [Theory]
    [InlineData(ModuleBuild.Core)]
    [InlineData(ModuleBuild.Desktop)]
    public void No_visible_signature_uses_a_type_from_Dependencies(string build) => Assert.Empty(
        from type in Types(build)
        where IsVisible(type)
        from member in Signatures(type)
        where IsPrivate(build, member.Type)
        select $"{type.FullName}.{member.Name}: {member.Type.FullName}");

    private static IEnumerable<(string Name, TypeReference Type)> Signatures(TypeDefinition type)
    {
        IEnumerable<(string, TypeReference)> methods =
            from method in type.Methods
            where method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly
            from named in method.Parameters.Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType)
                .Concat(method.GenericParameters.SelectMany(Constraints))
            select (method.Name, named);
        IEnumerable<(string, TypeReference)> fields =
            from field in type.Fields
            where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
            select (field.Name, field.FieldType);
        return methods.Concat(fields).Concat(type.GenericParameters.SelectMany(Constraints).Select(constraint => ("constraint", constraint)));
    }

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) => parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeDefinition> Types(string build) => ModuleBuild.Of(build).Cmdlets.MainModule.GetTypes();

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType));

    private static bool IsPrivate(string build, TypeReference type) =>
        TypeNames.In(type).Any(named => ModuleBuild.Of(build).Private.Any(assembly => assembly.Name.Name == TypeNames.AssemblyOf(named)));
}
