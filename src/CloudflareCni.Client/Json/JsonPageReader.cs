using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;

namespace CloudflareCni.Client;

/// <summary>
/// Reads a list while it arrives: <c>{items, next}</c> bare or as an envelope's <c>result</c>, or a list as an envelope's <c>result</c>,
/// with the fields in any order. No more of the answer than one object is held.
/// </summary>
internal sealed class JsonPageReader<T>
{
    private const int BufferSize = 32 * 1024;

    private readonly ApiResponse _answer;
    private readonly JsonTypeInfo<T> _type;
    private readonly JsonConverter<T> _converter;
    private readonly List<byte> _complaints = [];
    private JsonReaderState _state;
    private Place _place = Place.Start;
    private Place _around;
    private List<T>? _items;
    private string _itemsPath = "";
    private string _parent = "";
    private int? _next;
    private int? _totalPages;
    private bool _failed;

    private JsonPageReader(ApiResponse answer, JsonTypeInfo<T> type)
    {
        _answer = answer;
        _type = type;
        _converter = (JsonConverter<T>)type.Converter;
    }

    private enum Place
    {
        Start,
        Top,
        Result,
        Items,
        End,
    }

    /// <summary>Reads a page.</summary>
    public static Task<JsonPage<T>> ReadAsync(ApiResponse answer, JsonTypeInfo<T> type) => new JsonPageReader<T>(answer, type).ReadAsync();

    private async Task<JsonPage<T>> ReadAsync()
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

                int read = await _answer.ReadAsync(buffer, filled, buffer.Length - filled).ConfigureAwait(false);
                end = read == 0;
                filled += read;
                if (filled < wanted && !end)
                {
                    continue;
                }

                int consumed = Take(buffer.AsSpan(0, filled), end);
                filled -= consumed;
                Buffer.BlockCopy(buffer, consumed, buffer, 0, filled);

                // An object that is longer than what came is not tried again with every few bytes.
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

    private JsonPage<T> Finish()
    {
        if (_failed)
        {
            byte[] envelope = [(byte)'{', .. _complaints, (byte)'}'];
            throw _answer.NoSuccess(envelope);
        }

        return _items is null ? throw _answer.Unusable("it has no list of items") : new JsonPage<T>(_items.AsReadOnly(), _next, _totalPages);
    }

    private int Take(ReadOnlySpan<byte> data, bool end)
    {
        int mark = 0;
        if (_place == Place.Start)
        {
            mark = JsonBytes.MarkLength(data);
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
        catch (FieldException exception)
        {
            throw _answer.Unusable(exception.Describe(), exception);
        }
        catch (Exception exception) when (JsonBytes.IsUnreadable(exception))
        {
            throw _place == Place.Start ? _answer.NotJson(data, exception) : _answer.NotJson("{"u8, exception);
        }
    }

    // Takes one thing from the answer; false when not all of it is there yet.
    private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (_place)
        {
            case Place.Items:
                return TakeItem(ref reader);
            case Place.Start when reader.TokenType == JsonTokenType.StartArray:
                BeginItems("", Place.End);
                return true;
            case Place.Start:
                WireReader.BeginObject(ref reader);
                _place = Place.Top;
                return true;
            default:
                return TakeField(ref reader, data);
        }
    }

    private bool TakeItem(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _place = _around;
            return true;
        }

        Utf8JsonReader item = reader;
        if (!reader.TrySkip())
        {
            return false;
        }

        try
        {
            _items!.Add(_converter.Read(ref item, typeof(T), _type.Options)!);
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
            _place = _place == Place.Result ? Place.Top : Place.End;
            _parent = "";
            return true;
        }

        if (reader.ValueTextEquals("items"u8))
        {
            return TakeList(ref reader, "items");
        }

        if (_place == Place.Top && reader.ValueTextEquals("result"u8))
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
            BeginItems("result", Place.Top);
        }
        else if (ahead.TokenType == JsonTokenType.StartObject)
        {
            reader = ahead;
            _place = Place.Result;
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
            throw WireReader.Wrong(ref reader, _parent + field, "a list");
        }

        BeginItems(_parent + field, _place);
        return true;
    }

    private void BeginItems(string path, Place around)
    {
        _items = [];
        _itemsPath = path;
        _around = around;
        _place = Place.Items;
    }

    private void TakeResultInfo(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (WireReader.NextField(ref reader))
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
                WireReader.SkipField(ref reader);
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

    private static int? OptionalNumber(ref Utf8JsonReader reader, string field) =>
        reader.TokenType == JsonTokenType.Null ? null
        : reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number
        : throw WireReader.Wrong(ref reader, field, "a whole number of 32 bits");
}
