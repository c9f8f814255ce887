using System.Text.Json.Serialization;

namespace CloudflareCni.Client;

/// <summary>What the client reads and writes, without reflection. <see cref="WireFormats"/> gives it the converters.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CniSlot))]
[JsonSerializable(typeof(CniInterconnect))]
[JsonSerializable(typeof(CniInterconnectStatus))]
[JsonSerializable(typeof(CniInterconnectCreation))]
[JsonSerializable(typeof(Cni))]
[JsonSerializable(typeof(CniCreation))]
[JsonSerializable(typeof(CniSettings))]
[JsonSerializable(typeof(CniAccount))]
[JsonSerializable(typeof(CniTokenState))]
internal sealed partial class CniJsonContext : JsonSerializerContext;
