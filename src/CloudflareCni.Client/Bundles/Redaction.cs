using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.Client;

/// <summary>Removes secrets: the values of secret fields wherever they occur, and unknown fields whose name suggests a secret.</summary>
/// <param name="circuits">The circuits whose secrets are removed.</param>
internal sealed class Redaction(IEnumerable<CniCircuit> circuits)
{
    /// <summary>The text that replaces a secret.</summary>
    public const string Removed = "(removed)";

    // A shorter secret could also be a part of ordinary words.
    private const int MinLength = 4;

    private static readonly string[] SecretNames = ["key", "secret", "password", "token", "psk", "credential"];

    private readonly string[] _secrets =
    [
        .. circuits.SelectMany(circuit => circuit.Cnis ?? []).SelectMany(SecretsOf).Where(secret => secret.Length >= MinLength).Distinct().OrderByDescending(secret => secret.Length),
    ];

    /// <summary>Removes the secrets from a text.</summary>
    /// <param name="text">The text.</param>
    public string Clean(string text) => _secrets.Aggregate(text, static (clean, secret) => clean.Replace(secret, Removed));

    /// <summary>Determines from its name whether an unknown field may contain a secret.</summary>
    /// <param name="name">The name of the field.</param>
    public static bool IsNamedLikeSecret(string name) => SecretNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static IEnumerable<string> SecretsOf(CniModel model) => model.Schema.All.SelectMany(field => field.GetValue(model) switch
    {
        CniModel nested => SecretsOf(nested),
        string secret when field.Has(FieldRules.Secret) => [secret],
        _ => [],
    });
}
