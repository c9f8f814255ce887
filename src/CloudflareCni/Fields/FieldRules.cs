using System;

namespace CloudflareCni;

/// <summary>What holds for a field, beside its name and type.</summary>
[Flags]
internal enum FieldRules
{
    /// <summary>An answer may leave the field out, and an empty value means that there is none.</summary>
    None = 0,

    /// <summary>An answer without the field can't be used. A text or a list may still be null, which reads as empty.</summary>
    Required = 1,

    /// <summary>An answer in which the field is null can't be used either.</summary>
    NotNull = 2,

    /// <summary>The same few texts come again and again, so that objects share them.</summary>
    Shared = 4,

    /// <summary>An empty text says something, so that a creation sends it.</summary>
    MayBeEmpty = 8,

    /// <summary>An update says null where there is no value, since leaving the field out would keep the old one.</summary>
    NullIsSent = 16,

    /// <summary>A user sets the field with a parameter of its name.</summary>
    Settable = 32,

    /// <summary>The value is shown to nobody.</summary>
    Secret = 64,

    /// <summary>A configuration file has the field, though a user doesn't set it: it says which object is meant, and where that is.</summary>
    Exported = 128,
}
