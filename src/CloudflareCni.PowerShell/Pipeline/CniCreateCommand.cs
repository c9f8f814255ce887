using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>A cmdlet that creates something that costs money or carries traffic: never twice, and never without saying so.</summary>
public abstract class CniCreateCommand : CniChangeCommand
{
    /// <summary>Creates an object, unless it exists, and writes it. After a lost answer it looks whether the object came about.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="creation">What to create, and how.</param>
    private protected void Create<T>(Creation<T> creation)
        where T : class
    {
        if (CreateOrFind(creation, out _) is { } created)
        {
            WriteObject(created);
        }
    }

    /// <summary>Creates an object, unless it exists. After a lost answer it looks whether the object came about.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="creation">What to create, and how.</param>
    /// <param name="isNew">Whether this call created it.</param>
    /// <returns>The object; null when it isn't wanted.</returns>
    private protected T? CreateOrFind<T>(Creation<T> creation, out bool isNew)
        where T : class
    {
        isNew = false;
        if (creation.Find() is { } existing)
        {
            return Reuse(creation, existing);
        }

        if (!IsWanted(creation.Action, creation.Target, creation.Fields))
        {
            return null;
        }

        isNew = true;
        try
        {
            return creation.Send();
        }
        catch (CniApiException lost) when (lost.MayHaveHappened)
        {
            return Recover(creation, lost);
        }
    }

    /// <summary>Asks whether to create something, and says field by field what would be sent.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="target">What is created.</param>
    /// <param name="fields">What is sent.</param>
    /// <returns>Whether to do it.</returns>
    private protected bool IsWanted(string action, string target, IEnumerable<CniFieldChange> fields) =>
        IsWanted($"{action} {target}: {string.Join(", ", fields.Select(field => $"{field.Name}: {field.ToText}"))}");

    /// <summary>The error of a creation whose answer was lost.</summary>
    /// <param name="what">What was to be created.</param>
    /// <param name="check">What was found out, and how to look again.</param>
    /// <param name="cause">How the answer was lost.</param>
    /// <returns>The error.</returns>
    private protected static CniException OutcomeUnknown(string what, string check, Exception cause) =>
        new(CniErrorKind.OutcomeUnknown, $"It is not known whether {what} was created: {cause.Message} {check}", cause);

    private T Reuse<T>(Creation<T> creation, T existing)
        where T : class
    {
        if (!creation.ReuseExisting)
        {
            throw new CniException(CniErrorKind.AlreadyExists, $"{creation.Describe(existing)} already exists. Nothing was sent.");
        }

        Warn(creation.Describe(existing), creation.Differences(existing));
        return existing;
    }

    private T Recover<T>(Creation<T> creation, CniApiException lost)
        where T : class
    {
        T? found;
        try
        {
            found = creation.Find();
        }
        catch (CniException failure)
        {
            throw OutcomeUnknown(creation.Target, $"Looking for it failed, too: {failure.Message} {creation.HowToCheck}", lost);
        }

        if (found is null)
        {
            throw OutcomeUnknown(creation.Target, $"It is not there now, but may still appear. {creation.HowToCheck}", lost);
        }

        WriteWarning($"The answer was lost, but {creation.Describe(found)} is there: it was created, once. ({lost.Message})");
        Warn(creation.Describe(found), creation.Differences(found));
        return found;
    }

    /// <summary>Something to create.</summary>
    /// <typeparam name="T">The model.</typeparam>
    private protected sealed class Creation<T>
        where T : class
    {
        /// <summary>What is created, for questions and errors.</summary>
        public required string Target { get; init; }

        /// <summary>What is done, for questions.</summary>
        public required string Action { get; init; }

        /// <summary>What is sent, field by field.</summary>
        public required IEnumerable<CniFieldChange> Fields { get; init; }

        /// <summary>How a user looks whether it exists.</summary>
        public required string HowToCheck { get; init; }

        /// <summary>Whether an object that exists is as good as a new one.</summary>
        public bool ReuseExisting { get; init; }

        /// <summary>Looks for the object on the server; null when it is not there.</summary>
        public required Func<T?> Find { get; init; }

        /// <summary>Sends the one request that creates it.</summary>
        public required Func<T> Send { get; init; }

        /// <summary>Names an object that exists.</summary>
        public required Func<T, string> Describe { get; init; }

        /// <summary>In what an object that exists differs from what was asked for.</summary>
        public required Func<T, IEnumerable<string>> Differences { get; init; }
    }
}
