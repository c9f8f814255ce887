using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Sandbox;
using CloudflareCni.Tests.Shared;
using Xunit;

namespace CloudflareCni.Tests.Properties;

/// <summary>Tests that no field is lost, including fields that are added to a model later.</summary>
public sealed class EveryFieldTests
{
    // Members that aren't in the response: the client sets them from the call.
    private static readonly Dictionary<Type, string[]> OfTheCall = new()
    {
        [typeof(CniInterconnectStatus)] = ["Interconnect", "CheckedAt"],
    };

    private static readonly string[] OfEveryModel = [nameof(CniModel.AdditionalProperties), nameof(CniResource.Origin)];

    // The parameters of Set-Cni and New-Cni, in an order in which the sandbox accepts them one by one.
    private static readonly Dictionary<string, object> Given = new()
    {
        ["CustIp"] = "10.9.8.4/31",
        ["P2pIp"] = "10.9.8.5/31",
        ["CustomerAsn"] = 4200000001L,
        ["BgpMode"] = "advertise_only",
        ["ConduitName"] = "every-field",
        ["Mtu"] = 1400,
        ["Description"] = "of every field",
        ["ExtraPrefix"] = new[] { "10.0.0.0/8", "192.0.2.0/24" },
        ["Md5Key"] = "every key",
    };

    public static TheoryData<string> Models() => [.. FilledModel.Types.Select(type => type.Name)];

    public static TheoryData<string> Parameters() => [.. CniEdit.Parameters];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_member_of_a_model_is_declared_as_a_field_once(string name)
    {
        Type type = TypeOf(name);
        FieldTable table = ((CniModel)Activator.CreateInstance(type, nonPublic: true)!).Schema;
        foreach (PropertyInfo member in FilledModel.MembersOf(type).Where(member => !OfEveryModel.Contains(member.Name) && !Known(type).Contains(member.Name)))
        {
            var model = (CniModel)Activator.CreateInstance(type, nonPublic: true)!;
            object value = FilledModel.ValueOf(member);
            member.SetValue(model, value);

            Field field = Assert.Single(table.All, one => Equals(one.GetValue(model), value));
            Assert.StartsWith(field.Parameter, member.Name, StringComparison.Ordinal);
            object other = FilledModel.Of(type);
            field.SetValue((CniModel)other, value);
            Assert.Equal(value, member.GetValue(other));
        }

        Assert.Equal(table.All.Count, table.All.Select(field => field.Name).Distinct().Count());
        Assert.InRange(table.All.Count, 1, 64);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_JSON_round_trip_changes_nothing(string name) =>
        typeof(EveryFieldTests).GetMethod(nameof(RoundTrip), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(TypeOf(name)).Invoke(null, null);

    [Theory]
    [MemberData(nameof(Models))]
    public void A_copy_is_the_same(string name)
    {
        var model = (CniModel)FilledModel.Of(TypeOf(name));

        Assert.Empty(FilledModel.Differences(model, model.Copy()));
        Assert.NotSame(model, model.Copy());
    }

    [Fact]
    public void An_empty_edit_changes_nothing()
    {
        var cni = FilledModel.Of<Cni>();

        CniEditResult result = new CniEdit().ApplyTo(cni);

        Assert.Empty(result.Changes);
        Assert.Empty(FilledModel.Differences(cni, result.Cni));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void An_edit_changes_its_field_and_nothing_else(string parameter)
    {
        var cni = FilledModel.Of<Cni>();

        CniEditResult result = new CniEdit { [parameter] = Given[parameter] }.ApplyTo(cni);

        Assert.Equal(parameter, Assert.Single(result.Changes).Name);
        Assert.Single(FilledModel.Differences(cni, result.Cni));
    }

    [Fact]
    public async Task The_sandbox_keeps_every_field_that_can_be_set()
    {
        using CniHttpClient client = InSandbox();
        var call = new CniCall(CniSandbox.DefaultAccountId);
        CniPage<Cni> page = await client.For(call).ListCnisAsync(new CniFilter(), new CniPageRequest(), TestContext.Current.CancellationToken);
        Cni before = page.Items[0];

        Cni wanted = new CniEdit(parameter => Given[parameter]).ApplyTo(before).Cni;
        Cni changed = await client.For(call).UpdateCniAsync(wanted, TestContext.Current.CancellationToken);
        Cni read = await client.For(call).GetCniAsync(before.Id, TestContext.Current.CancellationToken);
        Cni again = await client.For(call).UpdateCniAsync(new CniEdit().ApplyTo(read).Cni, TestContext.Current.CancellationToken);

        Assert.Empty(FilledModel.Differences(wanted, changed));
        Assert.Empty(FilledModel.Differences(wanted, read));
        Assert.Empty(FilledModel.Differences(wanted, again));
    }

    [Fact]
    public async Task The_sandbox_keeps_settings()
    {
        using CniHttpClient client = InSandbox();
        var call = new CniCall(CniSandbox.DefaultAccountId);
        CniSettings wanted = (await client.For(call).GetSettingsAsync(TestContext.Current.CancellationToken)).Copy();
        wanted.DefaultAsn = 4200000002;

        CniSettings changed = await client.For(call).UpdateSettingsAsync(wanted, TestContext.Current.CancellationToken);
        CniSettings again = await client.For(call).UpdateSettingsAsync(changed.Copy(), TestContext.Current.CancellationToken);

        Assert.Empty(FilledModel.Differences(wanted, changed));
        Assert.Empty(FilledModel.Differences(wanted, again));
    }

    [Fact]
    public void A_creation_has_every_value_that_is_given()
    {
        CniCreation creation = CniCreation.Of("ic-1", new CniEdit(parameter => Given[parameter]));

        Assert.Equal(CniEdit.Parameters.Append("Interconnect").Order(), creation.Fields.Select(field => field.Name).Order());
        Assert.DoesNotContain(creation.Fields, field => field.ToText.Contains("every key", StringComparison.Ordinal));
    }

    private static Type TypeOf(string name) => FilledModel.Types.Single(type => type.Name == name);

    private static string[] Known(Type type) => OfTheCall.TryGetValue(type, out string[]? known) ? known : [];

    private static CniHttpClient InSandbox() => new(
        new CniClientOptions { BaseAddress = new Uri("http://localhost/client/v4"), Credential = CniCredential.FromToken(CniSandbox.DefaultToken) },
        new CniSandbox(new CniSandboxOptions()).CreateHandler());

    private static void RoundTrip<T>()
        where T : CniModel
    {
        var formats = new WireFormats();
        var model = FilledModel.Of<T>();
        ModelFormat<T> format = formats.Of((FieldTable<T>)model.Schema);

        T read = JsonBody.Read(format.ToUpdate(model), format, formats.Texts, (model as CniResource)?.Origin);

        Assert.Empty(FilledModel.Differences(model, read, Known(typeof(T))));
    }
}
