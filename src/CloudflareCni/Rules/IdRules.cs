using System;

namespace CloudflareCni;

/// <summary>What the ID of a slot or a CNI may be.</summary>
public static class IdRules
{
    /// <summary>Reads an ID.</summary>
    /// <param name="parameterName">The parameter, as the user knows it.</param>
    /// <param name="text">The ID: a GUID in any form that .NET reads.</param>
    /// <param name="what">What the ID is of: <c>slot</c> or <c>CNI</c>.</param>
    /// <param name="hint">How such an ID is found, as a sentence; empty for none.</param>
    /// <returns>The ID.</returns>
    /// <exception cref="CniArgumentException">The text is no GUID.</exception>
    public static Guid Check(string parameterName, string? text, string what, string hint = "") => Guid.TryParse(text, out Guid id)
        ? id
        : throw new CniArgumentException(
            parameterName,
            $"{Shown.Quote(text ?? "")} is no ID of a {what}: an ID is a GUID such as 3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93. {hint}".TrimEnd());
}
