using System;

namespace CloudflareCni;

/// <summary>Specifies the rules for a field, besides its name and type.</summary>
[Flags]
internal enum FieldRules
{
    /// <summary>A response can omit the field, and an empty value means that there is no value.</summary>
    None = 0,

    /// <summary>A response without the field is an error. A string or a list can still be null, which is read as empty.</summary>
    Required = 1,

    /// <summary>A response in which the field is null is an error, too.</summary>
    NotNull = 2,

    /// <summary>The field has few distinct strings, so objects share them.</summary>
    Shared = 4,

    /// <summary>An empty string is a value, so a creation sends it.</summary>
    MayBeEmpty = 8,

    /// <summary>An update sends null if there is no value, because omitting the field would keep the old one.</summary>
    NullIsSent = 16,

    /// <summary>A user sets the field with a parameter of the same name.</summary>
    Settable = 32,

    /// <summary>The value is never shown.</summary>
    Secret = 64,

    /// <summary>A time is read in local time, as users see times.</summary>
    LocalTime = 128,

    /// <summary>A configuration file has the field, though a user doesn't set it: it says which object is meant, and where that is.</summary>
    Exported = 256,
}
