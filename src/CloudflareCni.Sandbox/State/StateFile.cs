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
/// The file that keeps the worlds that were changed; all others are seeded again as they were. Written beside and then put in place,
/// so that it is whole at any time.
/// </summary>
internal sealed class StateFile(string path)
{
    private const int Version = 1;

    private readonly ConcurrentDictionary<string, string> _worlds = new(StringComparer.Ordinal);
    private readonly object _writing = new();
    private int _seed;
    private int _slotCount;
    private long _remembered;
    private long _saved;

    /// <summary>Loads the file when it exists: its seed and number of slots go into the options, its worlds into the others.</summary>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public void Load(CniSandboxOptions options, ConcurrentDictionary<string, AccountWorld> worlds)
    {
        if (File.Exists(path))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
                Read(document.RootElement, options, worlds);
            }
            catch (Exception exception) when (
                exception is JsonException or ApiProblem or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
            {
                throw new InvalidDataException(
                    $"The sandbox's state file '{path}' is broken and was left as it is. Move it away, or name another file, to start anew.", exception);
            }
        }

        _seed = options.Seed;
        _slotCount = options.SlotCount;
    }

    /// <summary>Notes the world as it is now. The caller holds its gate, so an older note never follows a newer one.</summary>
    public void Remember(AccountWorld world)
    {
        _worlds[world.AccountId] = Json.Text(writer => WorldJson.Write(writer, world));
        Interlocked.Increment(ref _remembered);
    }

    /// <summary>Writes all that is noted.</summary>
    /// <exception cref="ApiProblem">500: the file can't be written.</exception>
    public void Save()
    {
        long wanted = Interlocked.Read(ref _remembered);
        lock (_writing)
        {
            // Another request may have written this one's change along with its own.
            if (_saved >= wanted)
            {
                return;
            }

            long saving = Interlocked.Read(ref _remembered);
            try
            {
                byte[] content = Json.Bytes(Write, indented: true);
                WholeFile.Write(path, overwrite: true, stream => stream.Write(content, 0, content.Length));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw ApiProblem.Gateway(500, 10001, $"The change is made, but the sandbox could not save it to '{path}': {exception.Message}");
            }

            _saved = saving;
        }
    }

    private void Read(JsonElement root, CniSandboxOptions options, ConcurrentDictionary<string, AccountWorld> worlds)
    {
        if (root.GetProperty("version").GetInt32() != Version)
        {
            throw new FormatException("The file is of another version.");
        }

        options.Seed = root.GetProperty("seed").GetInt32();
        options.SlotCount = root.GetProperty("slot_count").GetInt32();
        if (options.SlotCount < 1)
        {
            throw new FormatException("slot_count is less than 1.");
        }

        foreach (JsonElement element in root.GetProperty("worlds").EnumerateArray())
        {
            AccountWorld world = WorldJson.Read(element, options.Seed, options.SlotCount);
            if (!worlds.TryAdd(world.AccountId, world))
            {
                throw new FormatException("An account is there twice.");
            }

            _worlds[world.AccountId] = Json.Text(writer => WorldJson.Write(writer, world));
        }
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteNumber("seed", _seed);
        writer.WriteNumber("slot_count", _slotCount);
        writer.WriteStartArray("worlds");
        foreach (KeyValuePair<string, string> world in _worlds.OrderBy(world => world.Key, StringComparer.Ordinal))
        {
            writer.WriteRawValue(world.Value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
