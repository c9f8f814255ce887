using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Microsoft's guidelines for cmdlets, as far as they can be checked on a class. Other tests check verbs and ShouldProcess.</summary>
public partial class GuidelineTests
{
    // The only intentional exception: the API and its users use the plural.
    private const string PluralNoun = "CniSettings";

    // The name that Invoke-WebRequest and similar cmdlets use.
    private const string PluralParameter = "ProxyUseDefaultCredentials";

    // A word that ends in s, as ConvertTo-Html has it.
    private const string AsParameter = "As";

    private static IEnumerable<CmdletClass> Cmdlets => ModuleBuild.Of(ModuleBuild.Core).CmdletClasses;

    private static IEnumerable<(string Cmdlet, PropertyDefinition Property)> Parameters =>
        from cmdlet in Cmdlets
        from type in Ancestry(cmdlet.Type)
        from property in type.Properties
        where property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ParameterAttribute")
        select (cmdlet.Name, property);

    [Fact]
    public void Nouns_are_in_Pascal_case_begin_with_the_modules_prefix_and_are_singular() => Assert.All(Cmdlets, cmdlet =>
        Assert.True(
            PascalCase().IsMatch(cmdlet.Noun) && cmdlet.Noun.StartsWith("Cni", StringComparison.Ordinal) && (!IsPlural(cmdlet.Noun) || cmdlet.Noun == PluralNoun),
            cmdlet.Noun));

    [Fact]
    public void Parameters_are_in_Pascal_case_and_singular() => Assert.Empty(
        from parameter in Parameters
        where !PascalCase().IsMatch(parameter.Property.Name) || (IsPlural(parameter.Property.Name) && parameter.Property.Name is not (PluralParameter or AsParameter))
        select $"{parameter.Cmdlet} -{parameter.Property.Name}");

    [Fact]
    public void A_Boolean_parameter_is_a_switch_unless_it_has_a_third_value() => Assert.Empty(
        from parameter in Parameters
        where parameter.Property.PropertyType.FullName == "System.Boolean"
        select $"{parameter.Cmdlet} -{parameter.Property.Name}");

    [Fact]
    public void Cmdlets_that_change_an_object_have_PassThru() => Assert.Empty(
        from cmdlet in Cmdlets
        where cmdlet.Verb == "Set" && !Parameters.Any(parameter => parameter.Cmdlet == cmdlet.Name && parameter.Property.Name == "PassThru")
        select cmdlet.Name);

    [Fact]
    public void A_Path_parameter_has_a_LiteralPath_counterpart() => Assert.Empty(
        from cmdlet in Cmdlets
        let names = Parameters.Where(parameter => parameter.Cmdlet == cmdlet.Name).Select(parameter => parameter.Property.Name).ToList()
        where names.Contains("Path") && !names.Contains("LiteralPath")
        select cmdlet.Name);

    // For the words that the module uses. "Status" and "address" aren't plurals.
    private static bool IsPlural(string name) => name.EndsWith('s') && !name.EndsWith("Status", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("bps", StringComparison.Ordinal) && !name.EndsWith("Contains", StringComparison.Ordinal);

    private static IEnumerable<TypeDefinition> Ancestry(TypeDefinition type)
    {
        for (TypeDefinition? one = type; one is not null; one = one.BaseType as TypeDefinition)
        {
            yield return one;
        }
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex PascalCase();
}
