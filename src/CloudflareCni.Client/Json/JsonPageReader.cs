using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>
/// Reads a list while it arrives: <c>{items, next}</c> by itself or as an envelope's <c>result</c>, or a list as an envelope's <c>result</c>,
/// with the fields in any order. Some lists have another name than <c>items</c>. Only one object of the response is buffered at a time.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
internal sealed class JsonPageReader<T>
    where T : CniModel
{
    private const int BufferSize = 32 * 1024;

    private readonly Func<byte[], int, int, Task<int>> _read;
    private readonly ModelFormat<T> _format;
    private readonly TextCache _texts;
    private readonly CniOrigin? _origin;
    private readonly string _name;
    private readonly List<byte> _complaints = [];
    private JsonReaderState _state;
    private Position _position = Position.Start;
    private Position _outerPosition;
    private List<T>? _items;
    private string _itemsPath = "";
    private string _parent = "";
    private long? _next;
    private long? _totalPages;
    private bool _failed;

    private JsonPageReader(Func<byte[], int, int, Task<int>> read, ModelFormat<T> format, TextCache texts, CniOrigin? origin, string name)
    {
        _read = read;
        _format = format;
        _texts = texts;
        _origin = origin;
        _name = name;
    }

    private enum Position
    {
        Start,
        Top,
        Result,
        Items,
        End,
    }

    /// <summary>Reads a page.</summary>
    /// <param name="read">Reads up to a number of bytes into a buffer at an offset, and returns the number of bytes read; 0 at the end.</param>
    /// <param name="format">The format of an object.</param>
    /// <param name="texts">The cache for frequent strings.</param>
    /// <param name="origin">The origin of the objects, or <see langword="null"/> for objects that don't belong to an account.</param>
    /// <param name="name">The name of the list.</param>
    /// <returns>The page.</returns>
    /// <exception cref="JsonException">The response isn't a page: a <see cref="FieldException"/>, a <see cref="NotJsonException"/> or a <see cref="NoSuccessException"/>.</exception>
    public static Task<CniPage<T>> ReadAsync(
        Func<byte[], int, int, Task<int>> read, ModelFormat<T> format, TextCache texts, CniOrigin? origin, string name = "items") =>
        new JsonPageReader<T>(read, format, texts, origin, name).ReadAsync();

    private async Task<CniPage<T>> ReadAsync()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int filled = 0;
            int wanted = 1;
            bool end = false;
            while (!end)
            {
                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer);
                }

                int read = await _read(buffer, filled, buffer.Length - filled).ConfigureAwait(false);
                end = read == 0;
                filled += read;
                if (filled < wanted && !end)
                {
                    continue;
                }

                int consumed = Take(buffer.AsSpan(0, filled), end);
                filled -= consumed;
                Buffer.BlockCopy(buffer, consumed, buffer, 0, filled);

                // An object that is longer than the buffered bytes isn't parsed again after every few bytes.
                wanted = consumed == 0 ? filled * 2 : 1;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Finish();
    }

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private CniPage<T> Finish()
    {
        if (_failed)
        {
            byte[] envelope = [(byte)'{', .. _complaints, (byte)'}'];
            throw new NoSuccessException(envelope);
        }

        return _items is null
            ? throw new FieldException("", $"has no list of {_name}")
            : new CniPage<T>(_items.AsReadOnly(), _next) { TotalPages = _totalPages };
    }

    private int Take(ReadOnlySpan<byte> data, bool end)
    {
        int mark = 0;
        if (_position == Position.Start)
        {
            mark = JsonBytes.ByteOrderMarkLength(data);
            if (mark == 0 && data.Length < 3 && !end)
            {
                return 0;
            }
        }

        data = data.Slice(mark);
        try
        {
            var reader = new Utf8JsonReader(data, end, _state);
            Utf8JsonReader before = reader;
            while (Step(ref reader, data))
            {
                before = reader;
            }

            _state = before.CurrentState;
            return mark + (int)before.BytesConsumed;
        }
        catch (Exception exception) when (exception is not FieldException && JsonBytes.IsUnreadable(exception))
        {
            throw new NotJsonException(_position == Position.Start ? data.ToArray() : "{"u8.ToArray(), exception);
        }
    }

    // Reads one item or field; returns false if it hasn't arrived completely.
    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (_position)
        {
            case Position.Items:
                return TakeItem(ref reader, data);
            case Position.Start when reader.TokenType == JsonTokenType.StartArray:
                BeginItems("", Position.End);
                return true;
            case Position.Start:
                _position = reader.TokenType == JsonTokenType.StartObject ? Position.Top : throw FieldException.Wrong(reader.TokenType, "", "an object");
                return true;
            default:
                return TakeField(ref reader, data);
        }
    }

    private bool TakeItem(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _position = _outerPosition;
            return true;
        }

        Utf8JsonReader item = reader;
        if (!reader.TrySkip())
        {
            return false;
        }

        try
        {
            var wire = new WireReader(item, data, _texts, _origin);
            _items!.Add(_format.Read(ref wire));
        }
        catch (FieldException exception)
        {
            throw exception.Within($"{_itemsPath}[{_items!.Count}]");
        }

        return true;
    }

    private bool TakeField(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _position = _position == Position.Result ? Position.Top : Position.End;
            _parent = "";
            return true;
        }

        if (reader.ValueTextEquals(_name))
        {
            return TakeList(ref reader, _name);
        }

        if (_position == Position.Top && reader.ValueTextEquals("result"u8))
        {
            return TakeResult(ref reader);
        }

        Utf8JsonReader name = reader;
        if (!reader.Read())
        {
            return false;
        }

        Utf8JsonReader value = reader;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (name.ValueTextEquals("next"u8))
        {
            _next = OptionalNumber(ref value, _parent + "next");
        }
        else if (name.ValueTextEquals("success"u8))
        {
            _failed = value.TokenType == JsonTokenType.False;
        }
        else if (name.ValueTextEquals("result_info"u8))
        {
            TakeResultInfo(ref value);
        }
        else if (name.ValueTextEquals("errors"u8) || name.ValueTextEquals("messages"u8))
        {
            KeepComplaint(data.Slice((int)name.TokenStartIndex, (int)(reader.BytesConsumed - name.TokenStartIndex)));
        }

        return true;
    }

    private bool TakeResult(ref Utf8JsonReader reader)
    {
        Utf8JsonReader ahead = reader;
        if (!ahead.Read())
        {
            return false;
        }

        if (ahead.TokenType == JsonTokenType.StartArray)
        {
            reader = ahead;
            BeginItems("result", Position.Top);
        }
        else if (ahead.TokenType == JsonTokenType.StartObject)
        {
            reader = ahead;
            _position = Position.Result;
            _parent = "result.";
        }
        else
        {
            reader = ahead;
        }

        return true;
    }

    private bool TakeList(ref Utf8JsonReader reader, string field)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw FieldException.Wrong(reader.TokenType, _parent + field, "a list");
        }

        BeginItems(_parent + field, _position);
        return true;
    }

    private void BeginItems(string path, Position outer)
    {
        _items = [];
        _itemsPath = path;
        _outerPosition = outer;
        _position = Position.Items;
    }

    private void TakeResultInfo(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("total_pages"u8))
            {
                reader.Read();
                _totalPages = OptionalNumber(ref reader, "result_info.total_pages");
            }
            else if (reader.ValueTextEquals("next"u8))
            {
                reader.Read();
                _next = OptionalNumber(ref reader, "result_info.next");
            }
            else
            {
                _ = reader.TrySkip();
            }
        }
    }

    private void KeepComplaint(ReadOnlySpan<byte> field)
    {
        if (_complaints.Count > 0)
        {
            _complaints.Add((byte)',');
        }

        _complaints.AddRange(field.ToArray());
    }

    private static long? OptionalNumber(ref Utf8JsonReader reader, string field) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number) ? number
        : throw FieldException.Wrong(reader.TokenType, field, "a whole number");
}
