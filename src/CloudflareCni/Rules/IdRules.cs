using System;

namespace CloudflareCni;

/// <summary>Checks the ID of a slot or a CNI.</summary>
public static class IdRules
{
    /// <summary>Reads an ID.</summary>
    /// <param name="parameterName">The name of the parameter to report.</param>
    /// <param name="text">The ID: a GUID in any format that .NET reads.</param>
    /// <param name="what">The kind of object: <c>slot</c> or <c>CNI</c>.</param>
    /// <param name="hint">A sentence that says how to find the ID; empty for none.</param>
    /// <returns>The ID.</returns>
    /// <exception cref="CniArgumentException">The text isn't a GUID.</exception>
    public static Guid Check(string parameterName, string? text, string what, string hint = "") => Guid.TryParse(text, out Guid id)
        ? id
        : throw new CniArgumentException(
            parameterName,
            $"{DisplayText.Quote(text ?? "")} isn't a {what} ID. A {what} ID is a GUID, such as 3f0c2a5e-8b1d-4e67-9a42-6d5b7c1e0f93. {hint}".TrimEnd());
}
