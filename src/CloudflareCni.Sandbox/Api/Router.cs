using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareCni.Sandbox.Access;
using CloudflareCni.Sandbox.Http;
using CloudflareCni.Sandbox.State;

namespace CloudflareCni.Sandbox.Api;

/// <summary>Acts as Cloudflare's gateway: finds the operation, checks the credential, and passes the request on.</summary>
internal static class Router
{
    private const string Root = "/client/v4/";

    private static readonly IReadOnlyList<Route> Routes =
    [
        new("GET", "accounts", AccountOperations.List),
        new("GET", "accounts/{account_id}/tokens/verify", AccountOperations.VerifyToken),
        new("GET", "user/tokens/verify", AccountOperations.VerifyToken),
        new("GET", "accounts/{account_id}/cni/cnis", CniOperations.List),
        new("POST", "accounts/{account_id}/cni/cnis", CniOperations.Create),
        new("GET", "accounts/{account_id}/cni/cnis/{cni}", CniOperations.Get),
        new("PUT", "accounts/{account_id}/cni/cnis/{cni}", CniOperations.Update),
        new("DELETE", "accounts/{account_id}/cni/cnis/{cni}", CniOperations.Delete),
        new("GET", "accounts/{account_id}/cni/interconnects", InterconnectOperations.List),
        new("POST", "accounts/{account_id}/cni/interconnects", InterconnectOperations.Create),
        new("GET", "accounts/{account_id}/cni/interconnects/{icon}", InterconnectOperations.Get),
        new("DELETE", "accounts/{account_id}/cni/interconnects/{icon}", InterconnectOperations.Delete),
        new("GET", "accounts/{account_id}/cni/interconnects/{icon}/status", InterconnectOperations.Status),
        new("GET", "accounts/{account_id}/cni/interconnects/{icon}/loa", LoaOperations.Letter),
        new("GET", "accounts/{account_id}/cni/interconnects/{icon}/loa/default", LoaOperations.DefaultName),
        new("GET", "accounts/{account_id}/cni/settings", SettingsOperations.Get),
        new("PUT", "accounts/{account_id}/cni/settings", SettingsOperations.Update),
        new("GET", "accounts/{account_id}/cni/slots", SlotOperations.List),
        new("GET", "accounts/{account_id}/cni/slots/{slot}", SlotOperations.Get),
        new("GET", "accounts/{account_id}/magic/cf_interconnects", MagicOperations.ListInterconnects),
        new("GET", "accounts/{account_id}/magic/cf_interconnects/{id}", MagicOperations.GetInterconnect),
        new("GET", "accounts/{account_id}/magic/routes", MagicOperations.ListRoutes),
    ];

    public static SandboxResponse Respond(SandboxRequest request, SandboxContext context)
    {
        string[] path = request.Path.StartsWith(Root, StringComparison.Ordinal) ? request.Path.Substring(Root.Length).Split('/') : [string.Empty];
        var matches = Routes.Select(route => (Route: route, Parameters: route.Match(path))).Where(match => match.Parameters is not null).ToList();
        if (matches.Count == 0)
        {
            return Envelope.Error(404, 7003, $"Could not route to {request.Path}, perhaps your object identifier is invalid?");
        }

        Caller caller = Caller.Of(request, matches[0].Route.IsVerifying);
        (Route? route, IReadOnlyDictionary<string, string>? parameters) = matches.FirstOrDefault(match => match.Route.Method == request.Method);
        if (route is null)
        {
            return Envelope.Error(405, 10405, "Method not allowed").With("Allow", string.Join(", ", matches.Select(match => match.Route.Method)));
        }

        if (request.Body.Length > SandboxRequest.MaxBodyLength)
        {
            return Envelope.Error(413, 10413, $"The body is larger than {SandboxRequest.MaxBodyLength} bytes");
        }

        if (route.IsInAccount && !caller.CanAccessAccounts)
        {
            return Envelope.Error(403, 9109, "Unauthorized to access requested resource");
        }

        // Assumption: Cloudflare documents that such an account gets a 403, but not the body.
        if (route.IsCni && !caller.HasCni)
        {
            return Envelope.Error(403, 10403, "Forbidden: the account doesn't have Cloudflare Network Interconnect");
        }

        if (route.IsMagic && !caller.HasMagic)
        {
            return Envelope.Error(403, 10403, "Forbidden: the account doesn't have Magic Transit or Magic WAN");
        }

        if (route.IsChange && !caller.CanWrite)
        {
            return Envelope.Error(403, 10000, "Authentication error: the token can read but not write");
        }

        return Run(route, new ApiCall(request, parameters!, caller, context), context.State);
    }

    private static SandboxResponse Run(Route route, ApiCall call, StateFile? state)
    {
        if (!route.IsInAccount)
        {
            return route.Operation(call);
        }

        SandboxResponse response;
        lock (call.World.Gate)
        {
            response = route.Operation(call);
            if (!route.IsChange || state is null)
            {
                return response;
            }

            state.Remember(call.World);
        }

        state.Save();
        return response;
    }
}
