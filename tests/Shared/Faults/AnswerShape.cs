namespace CloudflareCni.Tests.Faults;

/// <summary>What an operation needs of an answer.</summary>
internal enum AnswerShape
{
    /// <summary>A page of objects.</summary>
    List,

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
