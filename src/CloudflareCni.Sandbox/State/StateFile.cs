using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using CloudflareCni.Files;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.State;

/// <summary>
/// The file that keeps the accounts that were changed; every other account is created again as it was. Each save writes a new file and then moves it
/// into place, so that the file is complete at any time.
/// </summary>
internal sealed class StateFile
{
    private const int Version = 1;

    private readonly ConcurrentDictionary<string, string> _savedWorlds = new(StringComparer.Ordinal);
    private readonly List<AccountWorld> _worlds = [];
    private readonly object _writing = new();
    private readonly string _path;
    private long _remembered;
    private long _saved;

    private StateFile(string path, int seed, int slotCount)
    {
        _path = path;
        Seed = seed;
        SlotCount = slotCount;
    }

    /// <summary>Gets the seed that the file was created with.</summary>
    public int Seed { get; private set; }

    /// <summary>Gets the number of slots that the file was created with.</summary>
    public int SlotCount { get; private set; }

    /// <summary>Gets the accounts as they were when the file was opened.</summary>
    public IReadOnlyList<AccountWorld> Worlds => _worlds;

    /// <summary>Reads the file. If it doesn't exist, the first save creates it.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="seed">The seed for a new file.</param>
    /// <param name="slotCount">The number of slots for a new file.</param>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public static StateFile Open(string path, int seed, int slotCount)
    {
        var file = new StateFile(path, seed, slotCount);
        if (!File.Exists(path))
        {
            return file;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            file.Read(document.RootElement);
            return file;
        }
        catch (Exception exception) when (
            exception is JsonException or ApiErrorException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"The sandbox state file '{path}' is broken, so it wasn't loaded or changed. To start with a new sandbox, move the file or use another path.",
                exception);
        }
    }

    /// <summary>
    /// Remembers the account as it is now, for the next save. The caller holds the account's gate, so an older state never replaces a newer one.
    /// </summary>
    public void Remember(AccountWorld world)
    {
        _savedWorlds[world.Account.Id] = Json.Text(writer => WorldJson.Write(writer, world));
        Interlocked.Increment(ref _remembered);
    }

    /// <summary>Writes everything that was remembered.</summary>
    /// <exception cref="ApiErrorException">500: the file can't be written.</exception>
    public void Save()
    {
        long wanted = Interlocked.Read(ref _remembered);
        lock (_writing)
        {
            // Another request may have saved this change together with its own.
            if (_saved >= wanted)
            {
                return;
            }

            long saving = Interlocked.Read(ref _remembered);
            try
            {
                byte[] content = Json.Bytes(Write, indented: true);
                WholeFile.Write(_path, overwrite: true, stream => stream.Write(content, 0, content.Length));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw ApiErrorException.FromGateway(500, 10001, $"The change was made, but the sandbox couldn't save it to '{_path}': {exception.Message}");
            }

            _saved = saving;
        }
    }

    private void Read(JsonElement root)
    {
        if (root.GetProperty("version").GetInt32() != Version)
        {
            throw new FormatException("The file has another version.");
        }

        Seed = root.GetProperty("seed").GetInt32();
        SlotCount = root.GetProperty("slot_count").GetInt32();
        if (SlotCount < 1)
        {
            throw new FormatException("slot_count is less than 1.");
        }

        foreach (JsonElement element in root.GetProperty("worlds").EnumerateArray())
        {
            AccountWorld world = WorldJson.Read(element, Seed, SlotCount);
            if (!_savedWorlds.TryAdd(world.Account.Id, Json.Text(writer => WorldJson.Write(writer, world))))
            {
                throw new FormatException("An account appears twice.");
            }

            _worlds.Add(world);
        }
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteNumber("seed", Seed);
        writer.WriteNumber("slot_count", SlotCount);
        writer.WriteStartArray("worlds");
        foreach (KeyValuePair<string, string> world in _savedWorlds.OrderBy(world => world.Key, StringComparer.Ordinal))
        {
            writer.WriteRawValue(world.Value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
