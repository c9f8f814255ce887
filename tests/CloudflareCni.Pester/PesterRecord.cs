namespace CloudflareCni.Pester;

/// <summary>What Invoke-PesterTest.ps1 writes about one test.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Id">The name as written, and which of its cases this is: the same from run to run.</param>
/// <param name="Name">The name with its case filled in.</param>
/// <param name="State">Pester's word for the result, or Listed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Line">The line in the file where it starts.</param>
/// <param name="Message">What failed.</param>
/// <param name="Trace">Where it failed.</param>
internal sealed record PesterRecord(string File, string Id, string Name, string State, double Seconds, int Line, string Message, string Trace)
{
    /// <summary>Gets what tells the test from all others, in every run.</summary>
    public string Uid => $"{File}/{Id}";

    /// <summary>Gets a value indicating whether this is a failure beside a test, such as one of the whole file.</summary>
    public bool IsOfFile => Line == 1;

    /// <summary>A failure of a file as a whole.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="message">What failed.</param>
    /// <returns>A record that is not a test's.</returns>
    public static PesterRecord OfFile(string file, string message) => new(file, "(file)", "(file)", "Failed", 0, 1, message, "");
}
