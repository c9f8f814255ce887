using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>The JSON formats of a client: one for each account, since a model remembers the account that it was read from.</summary>
internal sealed class WireFormats
{
    private readonly ConcurrentDictionary<string, CniJsonContext> _formats = new();

    /// <summary>The format of what belongs to no account.</summary>
    public CniJsonContext WithoutAccount { get; } = Create("");

    /// <summary>The format of an account.</summary>
    public CniJsonContext For(string accountId) => _formats.GetOrAdd(accountId, Create);

    private static CniJsonContext Create(string accountId)
    {
        var texts = new TextCache();
        var facility = new CniFacilityConverter(texts);
        JsonConverter[] converters =
        [
            new CniSlotConverter(accountId, texts, facility),
            new CniInterconnectConverter(accountId, texts, facility),
            new CniConverter(accountId, texts),
            new CniSettingsConverter(accountId),
            new CniInterconnectStatusConverter(),
            new CniCreationConverter(accountId),
            new CniInterconnectCreationConverter(accountId),
            new CniAccountConverter(),
            new CniTokenStateConverter(),
        ];
        var options = new JsonSerializerOptions();
        foreach (JsonConverter converter in converters)
        {
            options.Converters.Add(converter);
        }

        return new CniJsonContext(options);
    }
}
