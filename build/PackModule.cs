using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// The task for src/CloudflareCni.PowerShell/Packages.targets: fills in the manifest and creates the packages. The same files always create the same
/// bytes, which NuGet's own pack task doesn't guarantee in every SDK that global.json allows.
/// </summary>
public sealed class PackModule : Task
{
    private static readonly XNamespace NuspecSpace = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";
    private static readonly XNamespace RelationSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace TypeSpace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace PropertySpace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly DateTimeOffset EntryTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets or sets the module's name, which its folder, its manifest and its packages have, too.</summary>
    [Required]
    public string Name { get; set; }

    [Required]
    public string Version { get; set; }

    [Required]
    public string Author { get; set; }

    [Required]
    public string Copyright { get; set; }

    /// <summary>Gets or sets the repository's web address, without a trailing slash. If it's empty, the links that are based on it are omitted.</summary>
    public string RepositoryAddress { get; set; }

    /// <summary>Gets or sets the manifest template, with placeholders such as <c>{version}</c>.</summary>
    [Required]
    public string Template { get; set; }

    /// <summary>Gets or sets the changelog, whose section for the version becomes the release notes.</summary>
    [Required]
    public string Changelog { get; set; }

    /// <summary>Gets or sets the folder of the finished module.</summary>
    [Required]
    public string ModulePath { get; set; }

    /// <summary>Gets or sets the files in the folder to pack. The manifest is always packed.</summary>
    [Required]
    public ITaskItem[] Files { get; set; }

    /// <summary>Gets or sets the path of the package for the PowerShell Gallery.</summary>
    [Required]
    public string Package { get; set; }

    /// <summary>Gets or sets the path of the package for Azure Automation.</summary>
    [Required]
    public string Zip { get; set; }

    public override bool Execute()
    {
        string notes = ReleaseNotes();
        if (notes == null)
        {
            Log.LogError($"{Changelog} has no section '## {Version}'. Add one; it becomes the release notes.");
            return false;
        }

        string manifest = Manifest(notes);
        string path = Path.Combine(ModulePath, Name + ".psd1");

        // Windows PowerShell reads a file without a byte order mark in the computer's own code page.
        WriteIfOther(path, manifest, new UTF8Encoding(encoderShouldEmitUTF8Identifier: manifest.Any(character => character > '~')));
        SortedDictionary<string, byte[]> files = Content(path);
        Write(Zip, files.Select(file => ($"{Name}/{file.Key}", file.Value)));
        Write(Package, Frame(manifest, notes, files.Keys).Concat(files.Select(file => (Escape(file.Key), file.Value))));
        return true;
    }

    private string ReleaseNotes()
    {
        string changelog = File.ReadAllText(Changelog).Replace("\r", "");
        Match section = Regex.Match(changelog, $@"^## \[?{Regex.Escape(Version)}\]?(?: .*)?\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline);
        return section.Success ? section.Groups[1].Value.Trim() : null;
    }

    private string Manifest(string notes)
    {
        var values = new Dictionary<string, string>
        {
            ["{version}"] = Version,
            ["{author}"] = Author,
            ["{copyright}"] = Copyright,
            ["{repository}"] = RepositoryAddress ?? "",
            ["{releaseNotes}"] = notes,
        };
        IEnumerable<string> lines = File.ReadAllText(Template).Replace("\r", "").Split('\n')
            .Where(line => !string.IsNullOrEmpty(RepositoryAddress) || !line.Contains("{repository}"));
        return values.Aggregate(string.Join("\n", lines), (text, value) => text.Replace(value.Key, value.Value.Replace("'", "''")));
    }

    private SortedDictionary<string, byte[]> Content(string manifest)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [Name + ".psd1"] = File.ReadAllBytes(manifest) };
        foreach (ITaskItem file in Files)
        {
            files.Add(Relative(file), File.ReadAllBytes(file.ItemSpec));
        }

        return files;
    }

    // The parts of a nupkg other than its files: the nuspec, and the parts that the Open Packaging Conventions require.
    private IEnumerable<(string, byte[])> Frame(string manifest, string notes, IEnumerable<string> files)
    {
        const string Properties = "package/services/metadata/core-properties/nuget.psmdcp";
        string[] cmdlets = Texts(manifest, "CmdletsToExport");
        string description = Text(manifest, "Description");

        // The PowerShellGet tags, by which the Gallery finds commands.
        string tags = string.Join(" ", new[] { "PSModule" }.Concat(Texts(manifest, "Tags")).Concat(new[] { "PSIncludes_Cmdlet" })
            .Concat(cmdlets.Select(cmdlet => "PSCmdlet_" + cmdlet)).Concat(cmdlets.Select(cmdlet => "PSCommand_" + cmdlet)));
        IEnumerable<string> types = files.Select(file => Path.GetExtension(file).TrimStart('.')).Where(type => type.Length > 0)
            .Concat(new[] { "nuspec" }).Distinct().OrderBy(type => type, StringComparer.Ordinal);

        yield return ("[Content_Types].xml", Xml(new XElement(
            TypeSpace + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("psmdcp", "application/vnd.openxmlformats-package.core-properties+xml"),
            types.Select(type => Default(type, "application/octet")),
            files.Where(file => !Path.HasExtension(file)).Select(file => new XElement(
                TypeSpace + "Override", new XAttribute("PartName", "/" + Escape(file)), new XAttribute("ContentType", "application/octet"))))));
        yield return ("_rels/.rels", Xml(new XElement(
            RelationSpace + "Relationships",
            Relationship("http://schemas.microsoft.com/packaging/2010/07/manifest", Name + ".nuspec", "R1"),
            Relationship("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", Properties, "R2"))));

        // In the format of Publish-PSResource.
        yield return (Name + ".nuspec", Xml(new XElement(NuspecSpace + "package", new XElement(
            NuspecSpace + "metadata",
            new XElement(NuspecSpace + "id", Name),
            new XElement(NuspecSpace + "version", Version),
            new XElement(NuspecSpace + "authors", Author),
            new XElement(NuspecSpace + "owners", Author),
            new XElement(NuspecSpace + "requireLicenseAcceptance", "false"),
            Address("licenseUrl", "LicenseUri"),
            Address("projectUrl", "ProjectUri"),
            new XElement(NuspecSpace + "description", description),
            new XElement(NuspecSpace + "releaseNotes", notes),
            new XElement(NuspecSpace + "copyright", Copyright),
            new XElement(NuspecSpace + "tags", tags)))));
        yield return (Properties, Xml(new XElement(
            PropertySpace + "coreProperties",
            new XElement(DublinCore + "creator", Author),
            new XElement(DublinCore + "description", description),
            new XElement(DublinCore + "identifier", Name),
            new XElement(PropertySpace + "version", Version),
            new XElement(PropertySpace + "keywords", tags))));

        XElement Default(string type, string content) => new XElement(TypeSpace + "Default", new XAttribute("Extension", type), new XAttribute("ContentType", content));
        XElement Relationship(string type, string target, string id) => new XElement(
            RelationSpace + "Relationship", new XAttribute("Type", type), new XAttribute("Target", "/" + target), new XAttribute("Id", id));
        XElement Address(string element, string key) => Text(manifest, key) is string address ? new XElement(NuspecSpace + element, address) : null;
    }

    private static byte[] Xml(XElement root)
    {
        using (var bytes = new MemoryStream())
        {
            using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            {
                root.Save(writer);
            }

            return bytes.ToArray();
        }
    }

    private static void Write(string path, IEnumerable<(string Name, byte[] Content)> entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        using (var stream = new FileStream(path, FileMode.Create))
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using (Stream target = entry.Open())
                {
                    target.Write(content, 0, content.Length);
                }
            }
        }
    }

    // The name of a part is a URI.
    private static string Escape(string file) => string.Join("/", file.Split('/').Select(Uri.EscapeDataString));

    private string Relative(ITaskItem file) => file.GetMetadata("FullPath").Substring(Path.GetFullPath(ModulePath).Length).TrimStart('/', '\\').Replace('\\', '/');

    private static string Text(string manifest, string key) =>
        Regex.Match(manifest, $@"^\s*{key}\s*=\s*'((?:[^']|'')*)'", RegexOptions.Multiline) is Match match && match.Success ? match.Groups[1].Value.Replace("''", "'") : null;

    private static string[] Texts(string manifest, string key)
    {
        string list = Regex.Match(manifest, $@"^\s*{key}\s*=\s*@\((.*?)\)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return Regex.Matches(list, "'([^']+)'").Cast<Match>().Select(match => match.Groups[1].Value).ToArray();
    }

    private static void WriteIfOther(string path, string text, Encoding encoding)
    {
        byte[] bytes = encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray();
        if (!File.Exists(path) || !File.ReadAllBytes(path).SequenceEqual(bytes))
        {
            File.WriteAllBytes(path, bytes);
        }
    }
}
