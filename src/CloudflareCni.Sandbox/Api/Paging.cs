using System;
using System.Collections.Generic;
using System.Text.Json;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>
/// The paging of a list. A cursor is the place of the next object in the world, not a count of objects passed, so a page costs what it holds
/// and nothing is left out or seen twice when objects come and go between two pages. Assumption: the default and the largest limit.
/// </summary>
internal static class Paging
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 1000;

    /// <summary>The place that the page starts from.</summary>
    public static int Start(Query query) => query.Whole("cursor", least: 0) ?? 0;

    /// <summary>Answers the page.</summary>
    /// <param name="query">Where <c>limit</c> stands: none and 0 mean 20, and above 1,000 it is 1,000.</param>
    /// <param name="matches">The objects that match, from the start of the page on.</param>
    /// <param name="place">The place of an object.</param>
    /// <param name="write">Writes an object.</param>
    public static SandboxResponse Answer<T>(Query query, IEnumerable<T> matches, Func<T, int> place, Action<Utf8JsonWriter, T> write)
    {
        int limit = query.Whole("limit", least: 0) ?? 0;
        limit = limit == 0 ? DefaultLimit : Math.Min(limit, LargestLimit);
        return Json.Answer(writer =>
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
