using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>The JSON formats of a client: one for each origin, since a model remembers where it was read.</summary>
internal sealed class WireFormats
{
    private readonly ConditionalWeakTable<CniOrigin, CniJsonContext> _formats = new();

    /// <summary>The format of what belongs to no account.</summary>
    public CniJsonContext WithoutAccount { get; } = Create(null);

    /// <summary>The format of what is read from an origin.</summary>
    public CniJsonContext For(CniOrigin origin) => _formats.GetValue(origin, Create);

    private static CniJsonContext Create(CniOrigin? origin)
    {
        string accountId = origin?.AccountId ?? "";
        var texts = new TextCache();
        var facility = new CniFacilityConverter(texts);
        JsonConverter[] converters =
        [
            new CniSlotConverter(origin, texts, facility),
            new CniInterconnectConverter(origin, texts, facility),
            new CniConverter(origin, texts),
            new CniSettingsConverter(origin),
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
