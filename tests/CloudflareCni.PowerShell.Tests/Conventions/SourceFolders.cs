using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using CloudflareCni.PowerShell.Tests.Engine;
using Mono.Cecil;

namespace CloudflareCni.PowerShell.Tests.Conventions;

/// <summary>Finds the source folder of each type in a project. The namespace doesn't show it, because users refer to types without their folders.</summary>
internal sealed partial class SourceFolders
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Reads the sources of a project.</summary>
    /// <param name="project">The project. Its name is the name of its assembly.</param>
    public SourceFolders(string project)
    {
        string root = Path.Combine(BuiltModule.Repository, "src", project);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string[] path = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (path[0] is "obj" or "bin")
            {
                continue;
            }

            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                _folders[declaration.Groups["name"].Value] = path.Length == 1 ? string.Empty : path[0];
            }
        }
    }

    /// <summary>Gets the folder of a type. It's empty for the root folder, and null if no source file declares the type.</summary>
    public string? Of(TypeReference type)
    {
        TypeReference outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        return _folders.GetValueOrDefault(outer.Name.Split('`')[0]);
    }

    // The declaration of a type that isn't nested starts at the beginning of a line.
    [GeneratedRegex(@"^(?:[a-z]+ )*(?:class|struct|interface|enum|record struct|record) (?<name>\w+)|^(?:[a-z]+ )+delegate [^(;]*?(?<name>\w+)(?:<[^(]*>)?\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
