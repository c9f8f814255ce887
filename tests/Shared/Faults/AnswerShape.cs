namespace CloudflareCni.Tests.Faults;

/// <summary>What an operation needs of an answer.</summary>
internal enum AnswerShape
{
    /// <summary>A page of objects.</summary>
    List,

    /// <summary>A list in the envelope, without cursors.</summary>
    Accounts,

    /// <summary>A named list in the envelope. Every field of its objects may be missing, and an account may have none of it (403, 404).</summary>
    Magic,

    /// <summary>An object with a field that must be there.</summary>
    Object,

    /// <summary>The settings, in which every field may be null.</summary>
    Settings,

    /// <summary>An object with one text.</summary>
    Text,

    /// <summary>A whole PDF.</summary>
    Pdf,

    /// <summary>A status of success; a body that is there must be well-formed.</summary>
    Nothing,
}
