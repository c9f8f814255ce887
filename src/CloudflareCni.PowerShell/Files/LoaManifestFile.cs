using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using CloudflareCni.Files;
using CloudflareCni.Loa;

namespace CloudflareCni.PowerShell.Files;

/// <summary>Represents the file of an LOA manifest. If several commands on this computer add rows to the same file, they take turns.</summary>
/// <param name="path">An absolute path.</param>
internal sealed class LoaManifestFile(string path)
{
    // With a byte order mark, so that Windows PowerShell and spreadsheets read the file as UTF-8.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly string _mutexName = $"CloudflareCni-{Hash(System.Text.Encoding.UTF8.GetBytes(path.ToUpperInvariant())).Substring(0, 32)}";

    /// <summary>Gets the absolute path.</summary>
    public string Path => path;

    /// <summary>Checks whether a row can be added, before anything is saved.</summary>
    /// <exception cref="CniException">The file exists, but isn't a manifest.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public void Check() => Read();

    /// <summary>Adds a row for a saved letter, unless the manifest already has it.</summary>
    /// <param name="interconnect">The interconnect.</param>
    /// <param name="file">The absolute path of the letter.</param>
    /// <param name="savedAt">The time when the letter was saved.</param>
    /// <param name="stopped">The token that ends the wait for another command.</param>
    /// <exception cref="CniException">The file exists, but isn't a manifest.</exception>
    /// <exception cref="IOException">A file can't be read or written.</exception>
    public void Add(CniInterconnect interconnect, string file, DateTimeOffset savedAt, CancellationToken stopped)
    {
        var row = new LoaManifestRow(interconnect, Relative(file), Hash(File.ReadAllBytes(file)), savedAt);
        using var mutex = new Mutex(initiallyOwned: false, _mutexName);
        Take(mutex, stopped);
        try
        {
            if (Read().Add(row) is { } text)
            {
                WholeFile.Write(path, overwrite: true, stream =>
                {
                    using var writer = new StreamWriter(stream, Encoding, 4096, leaveOpen: true);
                    writer.Write(text);
                });
            }
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static void Take(Mutex mutex, CancellationToken stopped)
    {
        try
        {
            // On Unix, a wait for a named mutex can't be combined with a wait for a token.
            while (!mutex.WaitOne(LookInterval))
            {
                stopped.ThrowIfCancellationRequested();
            }
        }
        catch (AbandonedMutexException)
        {
            // A process ended without releasing the mutex. The file is complete nevertheless.
        }
    }

    private LoaManifest Read()
    {
        try
        {
            return new LoaManifest(File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (FormatException e)
        {
            throw new CniException(
                CniErrorKind.FileFailed, $"'{path}' isn't an LOA manifest: {e.Message}. Use another -ManifestPath, or remove the file.", e);
        }
    }

    // With relative paths, a manifest can be moved together with its letters.
    private string Relative(string file)
    {
        string folder = System.IO.Path.GetDirectoryName(path)!.TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
        return file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length).Replace(System.IO.Path.DirectorySeparatorChar, '/') : file;
    }

    private static string Hash(byte[] bytes)
    {
        using SHA256 algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }
}
