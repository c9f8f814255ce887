using System;
using System.Linq;
using CloudflareCni.Sandbox.Access;
using CloudflareCni.Sandbox.Http;

namespace CloudflareCni.Sandbox.Api;

/// <summary>The paths that aren't part of CNI and that connecting needs. Their answers come in the envelope.</summary>
internal static class AccountOperations
{
    private const int DefaultPerPage = 20;
    private const int LargestPerPage = 50;

    public static SandboxResponse List(Call call)
    {
        int page = PositiveOr(call.Query, "page", 1);
        int perPage = Math.Min(PositiveOr(call.Query, "per_page", DefaultPerPage), LargestPerPage);
        int total = call.Caller.Accounts.Count;
        AccountInfo[] shown = [.. call.Caller.Accounts.Skip((int)Math.Min(int.MaxValue, (page - 1L) * perPage)).Take(perPage)];
        return Envelope.Result(
            writer =>
            {
                writer.WriteStartArray();
                foreach (AccountInfo account in shown)
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
                writer.WriteNumber("count", shown.Length);
                writer.WriteNumber("total_count", total);
                writer.WriteNumber("total_pages", (total + perPage - 1) / perPage);
                writer.WriteEndObject();
            });
    }

    public static SandboxResponse VerifyToken(Call call) => Envelope.Result(
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.Caller.TokenId);
            writer.WriteString("status", call.Caller.IsExpired ? "expired" : "active");
            writer.WriteEndObject();
        },
        message: (10000, call.Caller.IsExpired ? "This API Token is expired" : "This API Token is valid and active"));

    private static int PositiveOr(Query query, string name, int otherwise)
    {
        try
        {
            return query.Whole(name, least: 1) ?? otherwise;
        }
        catch (ApiProblem)
        {
            throw ApiProblem.Gateway(400, 6003, $"Invalid request parameters: {name} must be a positive integer");
        }
    }
}
