using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareCni.PowerShell.Pipeline;

/// <summary>The base class for cmdlets that create a resource, which may cost money or carry traffic. They never create it twice or without a notice.</summary>
public abstract class CniCreateCommand : CniCommand
{
    /// <summary>Creates an object unless it exists, and writes it. If the response is lost, it checks whether the object was created.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="creation">The object to create.</param>
    private protected void Create<T>(Creation<T> creation)
        where T : class
    {
        if (CreateOrFind(creation, out _) is { } created)
        {
            WriteObject(created);
        }
    }

    /// <summary>Creates an object unless it exists. If the response is lost, it checks whether the object was created.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="creation">The object to create.</param>
    /// <param name="isNew"><see langword="true"/> if this call created the object; otherwise, <see langword="false"/>.</param>
    /// <returns>The object, or <see langword="null"/> if the user declined.</returns>
    private protected T? CreateOrFind<T>(Creation<T> creation, out bool isNew)
        where T : class
    {
        isNew = false;
        if (creation.Find() is { } existing)
        {
            return Reuse(creation, existing);
        }

        if (!ConfirmAction(creation.Action, creation.Target, creation.Fields))
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

    /// <summary>Asks the user for confirmation, with all fields that would be sent.</summary>
    /// <param name="action">The action.</param>
    /// <param name="target">The object that is created.</param>
    /// <param name="fields">The fields that are sent.</param>
    /// <returns><see langword="true"/> if the object should be created; otherwise, <see langword="false"/>.</returns>
    private protected bool ConfirmAction(string action, string target, IEnumerable<CniFieldChange> fields) =>
        ConfirmAction($"{action} {target}: {string.Join(", ", fields.Select(field => $"{field.Name}: {field.ToText}"))}");

    /// <summary>Creates the exception for a creation whose response was lost.</summary>
    /// <param name="what">The object to create.</param>
    /// <param name="check">The result of the check, and how to check again.</param>
    /// <param name="cause">The exception that shows how the response was lost.</param>
    /// <returns>The exception.</returns>
    internal static CniException OutcomeUnknown(string what, string check, Exception cause) =>
        new(CniErrorKind.OutcomeUnknown, $"It isn't known whether {what} was created. {cause.Message} {check}", cause);

    private T Reuse<T>(Creation<T> creation, T existing)
        where T : class
    {
        if (!creation.ReuseExisting)
        {
            throw new CniException(CniErrorKind.AlreadyExists, $"{creation.Describe(existing)} already exists {creation.Place}, so no request was sent.");
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
            throw OutcomeUnknown(creation.Target, $"Checking whether it exists failed as well: {failure.Message} {creation.HowToCheck}", lost);
        }

        if (found is null)
        {
            throw OutcomeUnknown(creation.Target, $"It doesn't exist yet, but may still appear. {creation.HowToCheck}", lost);
        }

        WriteWarning($"The response was lost, but {creation.Describe(found)} exists {creation.Place}. It was created once. ({lost.Message})");
        Warn(creation.Describe(found), creation.Differences(found));
        return found;
    }

    /// <summary>Describes an object to create.</summary>
    /// <typeparam name="T">The model.</typeparam>
    private protected sealed class Creation<T>
        where T : class
    {
        /// <summary>Gets the description of the object, for prompts and errors.</summary>
        public required string Target { get; init; }

        /// <summary>Gets the action, for prompts.</summary>
        public required string Action { get; init; }

        /// <summary>Gets the fields that are sent.</summary>
        public required IEnumerable<CniFieldChange> Fields { get; init; }

        /// <summary>Gets a sentence that tells the user how to check whether the object exists.</summary>
        public required string HowToCheck { get; init; }

        /// <summary>Gets a value that indicates whether an existing object is returned instead of an error.</summary>
        public bool ReuseExisting { get; init; }

        /// <summary>Gets the function that finds the object on the server. It returns <see langword="null"/> if the object doesn't exist.</summary>
        public required Func<T?> Find { get; init; }

        /// <summary>Gets the function that sends the request to create the object.</summary>
        public required Func<T> Send { get; init; }

        /// <summary>Gets the function that describes an existing object.</summary>
        public required Func<T, string> Describe { get; init; }

        /// <summary>Gets the place of the object, such as <c>on slot</c> with its ID.</summary>
        public required string Place { get; init; }

        /// <summary>Gets the function that lists the differences between an existing object and the requested one.</summary>
        public required Func<T, IEnumerable<string>> Differences { get; init; }
    }
}
