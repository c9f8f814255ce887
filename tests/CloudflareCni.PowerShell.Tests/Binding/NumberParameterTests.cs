using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareCni.PowerShell.Tests.Engine;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.PowerShell.Tests.Binding;

/// <summary>A number is what the user typed, or an error. Nothing is rounded or guessed.</summary>
[Trait("Tier", "Slow")]
public sealed class NumberParameterTests
{
    private static readonly object[] NoNumbers =
        [1.5, 1475.5m, true, false, "1.5.1", "1e3", "1,000", "1 000", "1_000", "1'000", "0x10", "1kb", "+1", "\u0661", "many", "", " ", 'a', DateTime.UnixEpoch];

    [Fact]
    public void A_value_that_is_not_a_whole_number_fails_to_bind_to_every_number_parameter()
    {
        using var server = ScriptedServer.Always(ScriptedAnswer.Failure(500, "asked"));
        using Session session = server.Connect();
        (string Cmdlet, ParameterMetadata Parameter)[] numbers = [.. ModuleParameters.Read(session).Where(one => IsNumber(one.Parameter.ParameterType))];
        List<string> bound = [];
        foreach ((string cmdlet, ParameterMetadata parameter) in numbers)
        {
            foreach (object value in NoNumbers)
            {
                RunResult result = session.Run("$given = @{ $args[1] = $args[2] }; & $args[0] @given", cmdlet, parameter.Name, value);
                if (result.ErrorIds is not ["ParameterArgumentTransformationError"] && !IsEmptyCell(parameter, value))
                {
                    bound.Add($"{cmdlet} -{parameter.Name} {value}: {string.Join("; ", result.AllErrors)}");
                }
            }
        }

        Assert.Empty(bound);
        Assert.Empty(server.Requests);
        Assert.True(numbers.Length > 15, "The parameters weren't found.");
    }

    [Theory]
    [InlineData("New-Cni gru06-sp3-7 -ConduitName a -Mtu 1500 -CustomerAsn 1.10")]
    [InlineData("Set-CniSettings 1.10")]
    [InlineData("Set-CniSettings -DefaultAsn 2.0")]
    [InlineData("Get-Cni | Set-Cni -CustomerAsn 1.10")]
    public void An_unquoted_asdot_number_is_rejected_with_the_advice_to_quote_it(string script)
    {
        using var session = new Session();

        ErrorRecord error = Assert.Single(session.Run(script).AllErrors);

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Contains(script.Contains("2.0", StringComparison.Ordinal) ? "2.0 is" : "1.10 is", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("in quotes", error.ToString(), StringComparison.Ordinal);
    }

    // New-Cni accepts an AS number from a cell of a row, which can be empty.
    private static bool IsEmptyCell(ParameterMetadata parameter, object value) =>
        parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName) && parameter.Name == "CustomerAsn" && value is "" or " ";

    private static bool IsNumber(Type type)
    {
        Type one = type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type;
        return !one.IsEnum && Type.GetTypeCode(one) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }
}
