using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Asks for values by name, as for mandatory parameters that were not given. The engine converts the answers.</summary>
internal sealed class FieldPrompt(ShellUserInterface ui)
{
    /// <summary>Asks for each field.</summary>
    /// <param name="caption">The heading.</param>
    /// <param name="message">The explanation.</param>
    /// <param name="fields">What to ask for.</param>
    /// <returns>The answers by field name.</returns>
    public Dictionary<string, PSObject> Ask(string caption, string message, Collection<FieldDescription> fields)
    {
        ui.AskHeading(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (FieldDescription field in fields)
        {
            answers[field.Name] = PSObject.AsPSObject(AskOne(field));
        }

        return answers;
    }

    private object AskOne(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(PSCredential).FullName)
        {
            return ui.PromptForCredential(field.Name, "", "", "");
        }

        if (field.ParameterTypeName.EndsWith("[]", StringComparison.Ordinal))
        {
            return AskMany(field.Name);
        }

        ui.AskLabel(field.Name);
        return field.ParameterTypeFullName == typeof(SecureString).FullName ? ui.ReadLineAsSecureString() : ui.ReadLine();
    }

    private string[] AskMany(string name)
    {
        List<string> values = [];
        while (true)
        {
            ui.AskLabel($"{name}[{values.Count}]");
            string value = ui.ReadLine();
            if (value.Length == 0)
            {
                return [.. values];
            }

            values.Add(value);
        }
    }
}
