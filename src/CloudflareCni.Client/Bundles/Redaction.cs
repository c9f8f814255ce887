using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Client;

/// <summary>Keeps secrets out of what leaves the machine: the values of secret fields wherever they are repeated, and unknown fields that are named like a secret.</summary>
/// <param name="circuits">The circuits, whose secrets must not be shown.</param>
internal sealed class Redaction(IEnumerable<CniCircuit> circuits)
{
    /// <summary>What is shown in place of a secret.</summary>
    public const string Removed = "(removed)";

    // A shorter one would take words apart.
    private const int MinLength = 4;

    private static readonly string[] SecretNames = ["key", "secret", "password", "token", "psk", "credential"];

    private readonly string[] _secrets =
    [
        .. circuits.SelectMany(circuit => circuit.Cnis ?? []).SelectMany(SecretsOf).Where(secret => secret.Length >= MinLength).Distinct().OrderByDescending(secret => secret.Length),
    ];

    /// <summary>Gets a text without secrets.</summary>
    /// <param name="text">The text.</param>
    public string Clean(string text) => _secrets.Aggregate(text, static (clean, secret) => clean.Replace(secret, Removed));

    /// <summary>Determines whether a field that the module doesn't know may hold a secret, by its name.</summary>
    /// <param name="name">The name of the field.</param>
    public static bool IsNamedLikeSecret(string name) => SecretNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IEnumerable<string> SecretsOf(CniModel model) => model.Schema.All.SelectMany(field => field.GetValue(model) switch
    {
        CniModel nested => SecretsOf(nested),
        string secret when field.Has(FieldRules.Secret) => [secret],
        _ => [],
    });
}
