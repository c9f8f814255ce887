using System.Linq;
using System.Management.Automation;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>A cmdlet as its attributes declare it.</summary>
internal sealed record CmdletClass(TypeDefinition Type, string Verb, string Noun, bool SupportsShouldProcess, ConfirmImpact ConfirmImpact)
{
    public string Name => $"{Verb}-{Noun}";

    public bool HasOutputType => Type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(OutputTypeAttribute));

    /// <summary>Reads a class. Returns null if it isn't a cmdlet.</summary>
    public static CmdletClass? Read(TypeDefinition type)
    {
        if (type.CustomAttributes.SingleOrDefault(attribute => attribute.AttributeType.Name == nameof(CmdletAttribute)) is not { } cmdlet)
        {
            return null;
        }

        object? Named(string name) => cmdlet.Properties.Where(property => property.Name == name).Select(property => property.Argument.Value).SingleOrDefault();
        return new CmdletClass(
            type,
            (string)cmdlet.ConstructorArguments[0].Value,
            (string)cmdlet.ConstructorArguments[1].Value,
            Named(nameof(CmdletAttribute.SupportsShouldProcess)) is true,
            Named(nameof(CmdletAttribute.ConfirmImpact)) is { } impact ? (ConfirmImpact)impact : ConfirmImpact.Medium);
    }
}
