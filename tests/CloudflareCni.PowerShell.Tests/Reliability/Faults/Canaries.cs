using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Tests.Reliability;

/// <summary>The secrets of a run, which must not appear anywhere.</summary>
internal static class Canaries
{
    public const string Token = "c4nary-t0ken-Zx81Qw_55aLmN";
    public const string Email = "noc@example.com";
    public const string ApiKey = "c4narykey90aa17fe3bb02d4c8e";
    public const string PairingKey = "c4na7e51-72a3-40b5-b844-2e3efefaee59/us-east4/1";
    public const string Md5Key = "c4nary md5's & more";

    // Also the part of the keys that escaping doesn't change.
    private static readonly string[] Forbidden = [Token, ApiKey, PairingKey, PairingKey.Split('/')[0], Md5Key, "c4nary md5"];

    /// <summary>Finds the places that contain a secret.</summary>
    /// <param name="texts">Everything that was written, with its location.</param>
    public static IEnumerable<string> Find(IEnumerable<(string Place, string? Text)> texts) =>
        from one in texts
        from secret in Forbidden
        where one.Text?.Contains(secret, StringComparison.OrdinalIgnoreCase) is true
        select $"'{secret}' is in {one.Place}";
}
