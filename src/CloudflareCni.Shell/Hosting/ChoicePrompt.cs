using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace CloudflareCni.Shell.Hosting;

/// <summary>Lets a person choose one of several answers.</summary>
internal sealed class ChoicePrompt(Terminal terminal, KeyReader keys)
{
    /// <summary>Asks until one of the choices is the answer.</summary>
    /// <param name="caption">The heading.</param>
    /// <param name="message">The question.</param>
    /// <param name="choices">The answers; <c>&amp;</c> in a label stands before the letter that picks it.</param>
    /// <param name="defaultChoice">The index that Enter alone picks; -1 for none.</param>
    /// <returns>The index of the choice.</returns>
    /// <exception cref="PipelineStoppedException">Ctrl+C, or the end of input: neither may count as the default.</exception>
    public int Ask(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Choice[] options = [.. choices.Select((choice, index) => new Choice(choice, index))];
        terminal.WriteQuestion(string.Join(Environment.NewLine, new[] { "", caption, message, "" }.SkipWhile(string.IsNullOrEmpty)));
        while (true)
        {
            string hint = defaultChoice >= 0 ? $" (default is \"{options[defaultChoice].Key}\")" : "";
            terminal.WriteQuestion(string.Join("  ", options.Select(option => option.Shown)) + $"  [?] Help{hint}: ");
            string answer = keys.ReadLine()?.Trim() ?? throw new PipelineStoppedException();
            if (answer.Length == 0 && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            if (answer == "?")
            {
                terminal.WriteQuestion(string.Concat(options.Select(option => option.Help + Environment.NewLine)));
            }
            else if (Array.FindIndex(options, option => option.IsPickedBy(answer)) is >= 0 and int index)
            {
                return index;
            }
        }
    }

    private sealed class Choice
    {
        private readonly string _name;

        public Choice(ChoiceDescription description, int index)
        {
            int mark = description.Label.IndexOf('&', StringComparison.Ordinal);
            _name = description.Label.Replace("&", "", StringComparison.Ordinal);
            Key = mark >= 0 && mark + 1 < description.Label.Length
                ? description.Label[(mark + 1)..(mark + 2)].ToUpperInvariant()
                : (index + 1).ToString(CultureInfo.InvariantCulture);
            Shown = $"[{Key}] {_name}";
            Help = $"{Key} - {(string.IsNullOrEmpty(description.HelpMessage) ? _name : description.HelpMessage)}";
        }

        public string Key { get; }

        public string Shown { get; }

        public string Help { get; }

        public bool IsPickedBy(string answer) =>
            answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(_name, StringComparison.OrdinalIgnoreCase);
    }
}
