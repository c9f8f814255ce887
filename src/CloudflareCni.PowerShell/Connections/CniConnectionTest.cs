using System;

namespace CloudflareCni.PowerShell.Connections;

/// <summary>Represents the result of a connection test. It never shows the credential.</summary>
public sealed class CniConnectionTest
{
    /// <summary>Gets the complete base address of the API, or <see langword="null"/> for a sandbox in this process.</summary>
    public Uri? BaseUri { get; internal init; }

    /// <summary>Gets a description of the credential.</summary>
    public required string Credential { get; init; }

    /// <summary>Gets a value that indicates whether the API accepts the credential, or <see langword="null"/> if that couldn't be determined.</summary>
    public bool? IsValid { get; internal init; }

    /// <summary>Gets the status of the token as the API reports it: <c>active</c>, <c>disabled</c> or <c>expired</c>, or <see langword="null"/> for a key, or if it isn't known.</summary>
    public string? Status { get; internal init; }

    /// <summary>Gets the local time when the token expires, or <see langword="null"/> if it doesn't expire or the time isn't known.</summary>
    public DateTime? ExpiresOn { get; internal init; }

    /// <summary>Gets the reason why the credential isn't accepted or couldn't be tested, or <see langword="null"/> if it's accepted.</summary>
    public string? Reason { get; internal init; }

    /// <summary>Gets the ID of the account that commands act in, or <see langword="null"/> if it isn't known.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>Gets the name of the account, or <see langword="null"/> if the API doesn't show it to this credential.</summary>
    public string? AccountName { get; internal init; }

    /// <summary>Gets whether slots can be read.</summary>
    public required CniAccess Slots { get; init; }

    /// <summary>Gets whether interconnects can be read.</summary>
    public required CniAccess Interconnects { get; init; }

    /// <summary>Gets whether CNIs can be read.</summary>
    public required CniAccess Cnis { get; init; }

    /// <summary>Gets whether the settings can be read.</summary>
    public required CniAccess Settings { get; init; }

    /// <summary>Gets a value that indicates whether the credential is valid and can read everything. Write access isn't tested, because that would change something.</summary>
    public bool IsUsable => IsValid == true && Slots.IsAllowed && Interconnects.IsAllowed && Cnis.IsAllowed && Settings.IsAllowed;

    /// <summary>Returns whether the connection can be used, with the reason if it can't.</summary>
    /// <returns>The text, in one line.</returns>
    public override string ToString() => IsUsable ? $"{Credential}: usable in account {AccountId}" : $"{Credential}: not usable. {Reason}".TrimEnd();
}
