using System;
using System.IO;

namespace CloudflareCni.PowerShell.Loading;

/// <summary>What is said when the module can't run as it is installed or loaded.</summary>
internal static class ModuleFailure
{
    private const string Advice = "Reinstall CloudflareCni.PowerShell, and then start a new PowerShell session.";

    /// <summary>Creates the exception for a file that doesn't exist.</summary>
    /// <param name="path">The path of the file.</param>
    public static CniException Missing(string path) => new(CniErrorKind.ModuleUnusable, $"The module's file '{path}' is missing. {Advice}");

    /// <summary>Creates the exception for a file that can't be loaded.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cause">What happened; null if the file isn't complete.</param>
    public static CniException Damaged(string path, Exception? cause = null) => new(
        CniErrorKind.ModuleUnusable,
        cause is null ? $"The module's file '{path}' is damaged: it isn't complete. {Advice}" : $"The module's file '{path}' can't be loaded: {cause.Message.Split('\n')[0].Trim()} {Advice}",
        cause);

    /// <summary>Finds in an exception that one of the module's own files couldn't be loaded, however deep it lies.</summary>
    /// <param name="exception">What happened.</param>
    /// <returns>The exception to show; null if the cause is another.</returns>
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

            if (cause is TypeLoadException && DependencyFiles.FindUnfit() is { } unfit)
            {
                return unfit;
            }
        }

        return null;
    }

    // The runtime doesn't always keep what a resolver threw.
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
