namespace CloudflareCni.Pester;

/// <summary>The record that Invoke-PesterTest.ps1 writes for one test.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Id">The name as written, and the number of its case. It is the same in every run.</param>
/// <param name="Name">The name with the values of its case.</param>
/// <param name="State">The result from Pester, or Listed.</param>
/// <param name="Seconds">The duration in seconds.</param>
/// <param name="Line">The line in the file where it starts.</param>
/// <param name="Message">The error message.</param>
/// <param name="Trace">The location of the error.</param>
internal sealed record PesterRecord(string File, string Id, string Name, string State, double Seconds, int Line, string Message, string Trace)
{
    /// <summary>Gets an ID that identifies the test in every run.</summary>
    public string Uid => $"{File}/{Id}";

    /// <summary>Gets a value that indicates whether this is a failure outside a test, such as a failure of the whole file.</summary>
    public bool IsOfFile => Line == 1;

    /// <summary>Creates a record for the failure of a whole file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="message">The error message.</param>
    /// <returns>A record that doesn't belong to a test.</returns>
    public static PesterRecord OfFile(string file, string message) => new(file, "(file)", "(file)", "Failed", 0, 1, message, "");
}
