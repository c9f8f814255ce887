using System;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareCni.PowerShell.Views;

/// <summary>Replaces the <c>ToString</c> method of a single value. PowerShell calls it with a format in a view, and without one in a CSV file.</summary>
/// <remarks>
/// It hides all overloads of the type's method, so it accepts the same arguments. PowerShell passes a format only to a method with more than one overload.
/// </remarks>
/// <param name="method">The method in C# that returns the text.</param>
internal sealed class ValueText(MethodInfo method) : PSCodeMethod(nameof(ToString), method)
{
    private readonly MethodInfo _method = method;

    /// <inheritdoc/>
    public override Collection<string> OverloadDefinitions => ["string ToString()", "string ToString(string format, System.IFormatProvider provider)"];

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new ValueText(_method);

    /// <summary>Adds a property to an object, and replaces the text of its value.</summary>
    /// <param name="model">The object.</param>
    /// <param name="property">The name of the property, which the object already has.</param>
    /// <param name="value">The value: an instance that nothing else uses, since the text belongs to it.</param>
    /// <param name="method">The method in C# that returns the text.</param>
    public static void Add(PSObject model, string property, object value, MethodInfo method)
    {
        if (model.Properties[property] is not PSNoteProperty)
        {
            var shown = new PSObject(value);
            shown.Methods.Add(new ValueText(method));
            model.Properties.Add(new PSNoteProperty(property, shown));
        }
    }

    /// <summary>Gets the arguments as .NET values.</summary>
    /// <param name="arguments">The arguments of <c>ToString</c>: a format, a provider, both, or nothing.</param>
    /// <returns>The format and the provider, as far as they are specified.</returns>
    public static (string? Format, IFormatProvider? Provider) Read(object?[]? arguments)
    {
        object?[] given = (arguments ?? []).Select(static argument => argument is PSObject shown ? shown.BaseObject : argument).ToArray();
        return (given.OfType<string>().FirstOrDefault(), given.OfType<IFormatProvider>().FirstOrDefault());
    }
}
