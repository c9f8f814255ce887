using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Tests.Wire;

namespace CloudflareCni.Tests.Faults;

/// <summary>An account with one slot, one interconnect and one CNI, and every operation on it.</summary>
internal static class SampleApi
{
    public const string AccountId = "0123456789abcdef0123456789abcdef";
    public const string SlotId = "a0000000-0000-4000-8000-000000000001";
    public const string CniId = "b0000000-0000-4000-8000-000000000001";
    public const string InterconnectName = "fra03-wd6-1";
    public const string ConduitName = "core";

    private const string Slot =
        "{\"id\":§,\"site\":\"FRA03\",\"facility\":{\"name\":\"Equinix FR5\",\"address\":[\"Kleyerstrasse 90\"]},\"speed\":\"10G\",\"occupied\":false}";

    private const string Interconnect =
        "{\"name\":§,\"account\":\"" + AccountId + "\",\"type\":\"direct\",\"site\":\"FRA03\",\"slot_id\":\"" + SlotId + "\",\"speed\":\"10G\"}";

    private const string GcpInterconnect =
        "{\"name\":§,\"account\":\"" + AccountId + "\",\"type\":\"gcp_partner\",\"region\":\"us-east4\",\"speed\":\"1G\"}";

    private const string Cni =
        "{\"id\":§,\"account\":\"" + AccountId + "\",\"interconnect\":\"" + InterconnectName + "\",\"cust_ip\":\"172.24.0.0/31\",\"p2p_ip\":\"172.24.0.1/31\","
        + "\"magic\":{\"conduit_name\":\"" + ConduitName + "\",\"description\":\"\",\"mtu\":1500},\"bgp\":{\"customer_asn\":64512,\"extra_prefixes\":[]}}";

    private const string Settings = "{\"default_asn\":§}";
    private const string Magic = "{\"id\":\"d0000000000040008000000000000001\",\"name\":§,\"version\":\"2\",\"interface_address\":\"172.24.0.1/31\"}";
    private const string Route = "{\"id\":\"e0000000000040008000000000000001\",\"prefix\":§,\"nexthop\":\"172.24.0.0\",\"priority\":100}";
    private const string Account = "{\"id\":§,\"name\":\"Example Networks\"}";
    private const string Done = "{\"id\":§}";
    private const string Pdf = "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
    private const string QuotedSlotId = "\"" + SlotId + "\"";
    private const string QuotedCniId = "\"" + CniId + "\"";
    private const string Named = "\"" + InterconnectName + "\"";

    /// <summary>Gets the operations, in the order of the API; creating an interconnect is listed twice, because a GCP partner interconnect can't be recognized. An export sends several requests.</summary>
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new("list slots", "GET /slots", AnswerShape.List, Slot, QuotedSlotId),
        new("get slot", "GET /slots/" + SlotId, AnswerShape.Object, Slot, QuotedSlotId),
        new("list interconnects", "GET /interconnects", AnswerShape.List, Interconnect, Named),
        new("get interconnect", "GET /interconnects/" + InterconnectName, AnswerShape.Object, Interconnect, Named),
        new("create interconnect", "POST /interconnects", AnswerShape.Object, Interconnect, Named) { LooksFirst = true },
        new("create GCP interconnect", "POST /interconnects", AnswerShape.Object, GcpInterconnect, "\"gcp-new\"") { LooksFirst = true, IsRecognised = false },
        new("delete interconnect", "DELETE /interconnects/" + InterconnectName, AnswerShape.Nothing, Done, "7") { LooksFirst = true },
        new("status", "GET /interconnects/" + InterconnectName + "/status", AnswerShape.Object, "{\"state\":§,\"reason\":null}", "\"Healthy\""),
        new("LOA", "GET /interconnects/" + InterconnectName + "/loa", AnswerShape.Pdf, Pdf),
        new("LOA name", "GET /interconnects/" + InterconnectName + "/loa/default", AnswerShape.Text, "{\"name\":§}", "\"Example Networks\""),
        new("list CNIs", "GET /cnis", AnswerShape.List, Cni, QuotedCniId),
        new("get CNI", "GET /cnis/" + CniId, AnswerShape.Object, Cni, QuotedCniId),
        new("create CNI", "POST /cnis", AnswerShape.Object, Cni, QuotedCniId) { LooksFirst = true },
        new("update CNI", "PUT /cnis/" + CniId, AnswerShape.Object, Cni, QuotedCniId) { LooksFirst = true },
        new("delete CNI", "DELETE /cnis/" + CniId, AnswerShape.Nothing, Done, "7"),
        new("get settings", "GET /settings", AnswerShape.Settings, Settings, "64512"),
        new("update settings", "PUT /settings", AnswerShape.Settings, Settings, "64512") { LooksFirst = true },
        new("list Magic sides", "GET /magic/cf_interconnects", AnswerShape.Magic, Magic, "\"" + ConduitName + "\"") { ListName = "interconnects" },
        new("list Magic routes", "GET /magic/routes", AnswerShape.Magic, Route, "\"10.0.0.0/8\"") { ListName = "routes" },
        new("list accounts", "GET /accounts", AnswerShape.Accounts, Account, "\"" + AccountId + "\""),
        new("export", "GET /cnis", AnswerShape.List, Cni, QuotedCniId) { LooksFirst = true },
    ];

    public static string Envelope(string result) => $"{{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{result}}}";

    public static string Page(params string[] items) => Page(null, items);

    public static string Page(int? next, params string[] items) => $"{{\"items\":[{string.Join(",", items)}],\"next\":{next?.ToString() ?? "null"}}}";

    /// <summary>Returns the response of a server without a fault.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">The operation under test.</param>
    /// <param name="isCreated">true if the object that the operation creates exists; otherwise, false.</param>
    public static ApiBody Answer(ScriptedRequest request, ApiOperation operation, bool isCreated)
    {
        if (operation.IsAskedBy(request))
        {
            return operation.Good;
        }

        // Before a creation or a removal, the list contains nothing that prevents it.
        ApiOperation known = Operations.First(one => one.Method == "GET" && (one.Path == request.Path || IsSlot(one, request)));
        return known.Shape == AnswerShape.List ? ApiBody.Json(isCreated ? Page(operation.Item) : Page()) : known.Good;
    }

    private static bool IsSlot(ApiOperation operation, ScriptedRequest request) => operation.Name == "get slot" && request.Path.StartsWith("/slots/", System.StringComparison.Ordinal);
}
