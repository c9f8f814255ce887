using System;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>What a connection turned out to be good for. It never shows the credential.</summary>
public sealed class CniConnectionTest
{
    /// <summary>The whole base address of the API; null for a sandbox inside this process.</summary>
    public Uri? BaseUri { get; internal init; }

    /// <summary>What the credential is, in words.</summary>
    public required string Credential { get; init; }

    /// <summary>Whether the API accepts the credential; null when it could not be asked.</summary>
    public bool? IsValid { get; internal init; }

    /// <summary>The API's word for the token's state: <c>active</c>, <c>disabled</c>, <c>expired</c>; null for a key, or when it was not told.</summary>
    public string? Status { get; internal init; }

    /// <summary>Until when the token is valid, in local time; null for no bound, or when it was not told.</summary>
    public DateTime? ExpiresOn { get; internal init; }

    /// <summary>Why the credential is not accepted, or could not be tried; null when it is accepted.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The account that commands act in; null when it is not known.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The account's name; null when the API does not show it to this credential.</summary>
    public string? AccountName { get; internal init; }

    /// <summary>Whether slots may be read.</summary>
    public required CniAccess Slots { get; init; }

    /// <summary>Whether interconnects may be read.</summary>
    public required CniAccess Interconnects { get; init; }

    /// <summary>Whether CNIs may be read.</summary>
    public required CniAccess Cnis { get; init; }

    /// <summary>Whether the settings may be read.</summary>
    public required CniAccess Settings { get; init; }

    /// <summary>Whether the credential is valid and everything may be read. Writing is not tried: that would change something.</summary>
    public bool IsUsable => IsValid == true && Slots.IsAllowed && Interconnects.IsAllowed && Cnis.IsAllowed && Settings.IsAllowed;

    /// <summary>Whether everything may be read, or why not.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => IsUsable ? $"{Credential}: usable in account {AccountId}" : $"{Credential}: not usable. {Reason}".TrimEnd();
}
