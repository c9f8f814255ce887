using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Shared;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Commands;

/// <summary>An object from a job or a file has every member of the original, with its value.</summary>
public sealed class SerializationTests
{
    public static TheoryData<string> Models() => [.. FilledModel.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_of_a_model_survives_serialization(string name)
    {
        object model = FilledModel.Of(FilledModel.Types.Single(type => type.Name == name));

        AssertSame(model, (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(model, 5)));
    }

    [Fact]
    public void Times_are_complete_after_serialization_and_as_text()
    {
        using var session = new Session();

        RunResult result = session.Must("""
            $status = Get-CniInterconnectStatus dfw07-da1-1
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($status))
            $copy.CheckedAt.GetType().Name
            $copy.CheckedAt -eq $status.CheckedAt
            $status.CheckedAt.Kind
            """);

        Assert.Equal(["DateTime", "True", "Local"], result.Output.Select(one => one.ToString()));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void PowerShell_cannot_set_members_of_a_model(string name)
    {
        var model = PSObject.AsPSObject(FilledModel.Of(FilledModel.Types.Single(type => type.Name == name)));

        Assert.NotEmpty(model.Properties);
        Assert.All(model.Properties, property => Assert.False(property.IsSettable, property.Name));
    }

    private static void AssertSame(object model, PSObject copy)
    {
        foreach (PropertyInfo property in model.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            AssertSame(property.Name, property.GetValue(model), copy.Properties[property.Name]?.Value);
        }
    }

    private static void AssertSame(string name, object? expected, object? actual)
    {
        switch (expected)
        {
            case CniModel nested:
                AssertSame(nested, Assert.IsType<PSObject>(actual));
                break;
            case IReadOnlyDictionary<string, object?> fields:
                var read = (IDictionary)((PSObject)actual!).BaseObject;
                Assert.Equal(fields.Select(field => $"{field.Key}={field.Value}"), read.Keys.Cast<object>().Select(key => $"{key}={read[key]}"));
                break;
            case IReadOnlyList<string> list:
                Assert.Equal(list, ((IEnumerable)((PSObject)actual!).BaseObject).Cast<string>());
                break;
            case Enum kind:
                Assert.Equal(kind.ToString(), actual?.ToString());
                break;
            default:
                Assert.True(Equals(expected, actual), $"{name}: {expected} became {actual}");
                break;
        }
    }
}
