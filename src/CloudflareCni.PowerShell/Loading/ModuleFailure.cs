using System;
using System.IO;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>Creates the exceptions for a module that can't run as it's installed or loaded.</summary>
internal static class ModuleFailure
{
    private const string Advice = "Reinstall CloudflareCni.PowerShell, and then start a new PowerShell session.";

    /// <summary>Creates the exception for a file that doesn't exist.</summary>
    /// <param name="path">The path of the file.</param>
    public static CniException Missing(string path) => new(CniErrorKind.ModuleUnusable, $"The module file '{path}' is missing. {Advice}");

    /// <summary>Creates the exception for a file that can't be loaded.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cause">The exception, or <see langword="null"/> if the file is incomplete.</param>
    public static CniException Damaged(string path, Exception? cause = null) => new(
        CniErrorKind.ModuleUnusable,
        cause is null ? $"The module file '{path}' is damaged: it's incomplete. {Advice}" : $"The module file '{path}' can't be loaded: {cause.Message.Split('\n')[0].Trim()} {Advice}",
        cause);

    /// <summary>Determines whether an exception, or any of its inner exceptions, shows that a file of the module couldn't be loaded.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The exception to show, or <see langword="null"/> if the cause is different.</returns>
    public static CniException? Find(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is CniException { Kind: CniErrorKind.ModuleUnusable } known)
            {
                return known;
            }

            string? name = AssemblyOf(cause);
            if (DependencyFiles.Contains(name) && FindInner(cause) is null)
            {
                return Describe(name!, cause);
            }

            if (cause is TypeLoadException && DependencyFiles.FindInvalid() is { } unfit)
            {
                return unfit;
            }
        }

        return null;
    }

    // The runtime doesn't always keep the exception that a resolver threw.
    private static CniException Describe(string name, Exception cause)
    {
        try
        {
            return Damaged(DependencyFiles.Require(name), cause);
        }
        catch (CniException known)
        {
            return known;
        }
    }

    private static CniException? FindInner(Exception exception) => exception.InnerException is { } inner ? Find(inner) : null;

    private static string? AssemblyOf(Exception exception)
    {
        string? file = exception switch
        {
            FileNotFoundException missing => missing.FileName,
            FileLoadException refused => refused.FileName,
            BadImageFormatException broken => broken.FileName,
            _ => null,
        };
        return file is null ? null
            : file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(file)
            : file.Split(',')[0];
    }
}
