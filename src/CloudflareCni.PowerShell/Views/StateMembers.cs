using System;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareCni.PowerShell.Views;

/// <summary>Shows the states of objects in color, but only in tables, which request the text in the format <see cref="ColorFormat"/>.</summary>
/// <remarks>
/// PowerShell 7 has a setting for colors ($PSStyle.OutputRendering, which NO_COLOR sets), and removes them for a host or a file that can't show them.
/// Windows PowerShell would count the invisible characters as part of the column, so its tables have no colors.
/// </remarks>
public static class StateMembers
{
    /// <summary>The format that tables use.</summary>
    internal const string ColorFormat = "color";

    private const string Green = "\x1b[32m";
    private const string Yellow = "\x1b[33m";
    private const string Red = "\x1b[31m";
    private const string Cyan = "\x1b[36m";
    private const string Reset = "\x1b[0m";

    private static readonly MethodInfo TextMethod = typeof(StateMembers).GetMethod(nameof(Text))!;
    private static readonly PropertyInfo? StyleInstance = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")?.GetProperty("Instance");
    private static readonly PropertyInfo? Rendering = StyleInstance?.PropertyType.GetProperty("OutputRendering");

    /// <summary>Gets the text of a state.</summary>
    /// <param name="instance">The state.</param>
    /// <param name="arguments">The format of tables, or nothing.</param>
    /// <returns>The state, in color if a table requests it and colors are enabled.</returns>
    public static string Text(PSObject instance, params object?[]? arguments)
    {
        string state = (string)instance.BaseObject;
        return ValueText.Read(arguments).Format == ColorFormat && ColorOf(state) is { } color && HasColors ? $"{color}{state}{Reset}" : state;
    }

    /// <summary>Adds the state to an object, in the form that PowerShell shows.</summary>
    /// <param name="model">The object.</param>
    /// <param name="property">The name of the property that holds the state.</param>
    /// <param name="state">The state, or <see langword="null"/>.</param>
    /// <returns>The same object, with that property.</returns>
    internal static PSObject With(object model, string property, string? state)
    {
        PSObject shown = PSObject.AsPSObject(model);
        if (state is not null)
        {
            // This is a copy, because the engine stores the text for this instance, and many objects share the same state.
            ValueText.Add(shown, property, new string(state.ToCharArray()), TextMethod);
        }

        return shown;
    }

    private static bool HasColors =>
        Rendering?.GetValue(StyleInstance!.GetValue(null))?.ToString() is { } rendering && rendering != "PlainText"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static string? ColorOf(string state) =>
        InterconnectStates.Is(state, InterconnectStates.Healthy) ? Green
        : InterconnectStates.Is(state, InterconnectStates.Unhealthy) ? Yellow
        : InterconnectStates.Is(state, InterconnectStates.Down) ? Red
        : InterconnectStates.Is(state, InterconnectStates.Pending) ? Cyan
        : null;
}
