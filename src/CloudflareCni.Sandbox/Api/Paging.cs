using System;
using System.Collections.Generic;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>
/// Splits a list into pages. A cursor is the place of the next object in the account, not a count of objects passed. A page therefore takes only
/// the time of its own objects, and no object is missed or repeated when others are created or deleted between two pages. Assumption: the default
/// and the largest limit.
/// </summary>
internal static class Paging
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;

    /// <summary>Gets the place that the page starts from. The reference sets no minimum, so a negative cursor is the start.</summary>
    public static int Start(Query query) => Math.Max(0, query.Integer("cursor") ?? 0);

    /// <summary>Creates the page.</summary>
    /// <param name="query">The query, whose <c>limit</c> counts: 20 if it is missing or 0, and at most 1,000.</param>
    /// <param name="matches">The objects that match, from the start of the page.</param>
    /// <param name="place">Gets the place of an object.</param>
    /// <param name="write">Writes an object.</param>
    public static SandboxResponse Page<T>(Query query, IEnumerable<T> matches, Func<T, int> place, Action<Utf8JsonWriter, T> write)
    {
        int limit = query.Integer("limit", min: 0) ?? 0;
        limit = limit == 0 ? DefaultLimit : Math.Min(limit, MaxLimit);
        return Json.Ok(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("items");
            int? next = null;
            foreach (T match in matches)
            {
                if (limit-- == 0)
                {
                    next = place(match);
                    break;
                }

                write(writer, match);
            }

            writer.WriteEndArray();
            if (next is { } cursor)
            {
                writer.WriteNumber("next", cursor);
            }
            else
            {
                writer.WriteNull("next");
            }

            writer.WriteEndObject();
        });
    }
}
