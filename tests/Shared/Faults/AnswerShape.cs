namespace CloudflareCni.Tests.Faults;

/// <summary>Specifies what an operation expects in a response.</summary>
internal enum AnswerShape
{
    /// <summary>A page of objects.</summary>
    List,

    /// <summary>A list in the envelope, without cursors.</summary>
    Accounts,

    /// <summary>A named list in the envelope. Every field of its objects can be missing, and an account without Magic is a 403 or 404.</summary>
    Magic,

    /// <summary>An object with a required field.</summary>
    Object,

    /// <summary>The settings, in which every field can be null.</summary>
    Settings,

    /// <summary>An object with one string.</summary>
    Text,

    /// <summary>A complete PDF.</summary>
    Pdf,

    /// <summary>A success status. If there is a body, it must be well-formed.</summary>
    Nothing,
}
