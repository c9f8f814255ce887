using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareCni.PowerShell.Binding;

/// <summary>A name that may have wildcards.</summary>
/// <param name="parameter">The parameter that has it, for the error.</param>
/// <param name="text">The name as it was given.</param>
internal sealed class NamePattern(string parameter, string text)
{
    private WildcardPattern? _pattern;

    /// <summary>Gets the name as it was given.</summary>
    public string Text { get; } = text;

    /// <summary>Gets a value indicating whether the name has wildcards.</summary>
    public bool HasWildcards { get; } = WildcardPattern.ContainsWildcardCharacters(text);

    private WildcardPattern Pattern => _pattern ??= WildcardPattern.Get(Text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    /// <summary>Checks that the wildcards can be read.</summary>
    /// <exception cref="CniArgumentException">They can't.</exception>
    public void Check()
    {
        try
        {
            // The engine parses a pattern on its first comparison.
            _ = Pattern.IsMatch("");
        }
        catch (WildcardPatternException e)
        {
            throw new CniArgumentException(
                parameter, $"'{Text}' isn't a valid wildcard pattern. To match a bracket, put a backtick (`) before it and enclose the pattern in single quotes.", e);
        }
    }

    /// <summary>Determines whether a name fits, ignoring case.</summary>
    /// <param name="name">The name; <see langword="null"/> fits nothing.</param>
    /// <returns><see langword="true"/> if it fits; otherwise, <see langword="false"/>.</returns>
    public bool Matches(string? name) => name is not null && Pattern.IsMatch(name);

    /// <summary>Reads the names that a parameter was given.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="texts">The names, or <see langword="null"/> if the parameter wasn't given.</param>
    /// <returns>The names, or <see langword="null"/> if the parameter wasn't given.</returns>
    /// <exception cref="CniArgumentException">The wildcards of one can't be read.</exception>
    public static IReadOnlyList<NamePattern>? Read(string parameter, string[]? texts)
    {
        NamePattern[]? patterns = texts?.Select(text => new NamePattern(parameter, text)).ToArray();
        foreach (NamePattern pattern in patterns ?? [])
        {
            pattern.Check();
        }

        return patterns;
    }
}
