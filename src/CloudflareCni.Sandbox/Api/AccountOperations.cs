using System;
using System.Linq;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.World;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The operations that a client needs to connect and that aren't part of CNI. Their responses come in the envelope.</summary>
internal static class AccountOperations
{
    private const int DefaultPerPage = 20;
    private const int MaxPerPage = 50;

    public static SandboxResponse List(ApiCall call)
    {
        int page = PositiveOr(call.Query, "page", 1);
        int perPage = Math.Min(PositiveOr(call.Query, "per_page", DefaultPerPage), MaxPerPage);
        int total = call.Caller.Accounts.Count;
        Account[] listed = [.. call.Caller.Accounts.Skip((int)Math.Min(int.MaxValue, (page - 1L) * perPage)).Take(perPage)];
        return Envelope.Result(
            writer =>
            {
                writer.WriteStartArray();
                foreach (Account account in listed)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", account.Id);
                    writer.WriteString("name", account.Name);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            },
            writer =>
            {
                writer.WriteStartObject("result_info");
                writer.WriteNumber("page", page);
                writer.WriteNumber("per_page", perPage);
                writer.WriteNumber("count", listed.Length);
                writer.WriteNumber("total_count", total);
                writer.WriteNumber("total_pages", (total + perPage - 1) / perPage);
                writer.WriteEndObject();
            });
    }

    public static SandboxResponse VerifyToken(ApiCall call) => Envelope.Result(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.Caller.TokenId);
            writer.WriteString("status", call.Caller.IsExpired ? "expired" : "active");
            writer.WriteEndObject();
        },
        message: (10000, call.Caller.IsExpired ? "This API Token is expired" : "This API Token is valid and active"));

    private static int PositiveOr(Query query, string name, int defaultValue)
    {
        try
        {
            return query.Integer(name, min: 1) ?? defaultValue;
        }
        catch (ApiErrorException)
        {
            throw ApiErrorException.FromGateway(400, 6003, $"Invalid request parameters: {name} must be a positive integer");
        }
    }
}
