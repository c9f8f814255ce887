using System.Linq;
using System.Text;
using CloudflareCni.Client;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class ErrorBodyTests
{
    private static readonly PlainText Text = new("the-secret-token");

    [Theory]
    [InlineData("{\"errors\":[1,{\"code\":\"2\",\"message\":\"two\"},\"three\",{\"code\":4}]}", "1: |2: two|: three|4: ")]
    [InlineData("{\"errors\":{\"mtu\":[\"too large\",{\"code\":7,\"message\":\"odd\"}],\"name\":\"taken\"}}", ": mtu: too large|7: mtu: odd|: name: taken")]
    [InlineData("{\"code\":1,\"message\":\"outer\",\"error_chain\":[{\"code\":2,\"message\":\"inner\"}]}", "1: outer|2: inner")]
    [InlineData("{\"code\":1,\"message\":\"outer\",\"errors\":[{\"message\":\"inner\"}]}", "1: outer|: inner")]
    [InlineData("{\"message\":\"outer\",\"errors\":[{\"message\":\"inner\"}]}", ": inner")]
    [InlineData("{\"message\":\"\",\"detail\":\"words\"}", ": words")]
    [InlineData("{\"error\":\"e\",\"error_description\":\"words\"}", ": e")]
    [InlineData("{\"error\":5,\"reason\":\"words\"}", ": words")]
    [InlineData("{\"error\":5,\"error_description\":\"words\"}", ": words")]
    [InlineData("{\"title\":\"words\"}", ": words")]
    [InlineData("{\"description\":\"words\"}", ": words")]
    [InlineData("{\"msg\":\"words\"}", ": words")]
    [InlineData("{\"success\":false,\"messages\":[\"note\"]}", ": note")]
    [InlineData("{\"success\":false,\"errors\":[\"error\"],\"messages\":[\"note\"]}", ": error")]
    [InlineData("{\"success\":false,\"errors\":[],\"messages\":[],\"result\":null}", "")]
    [InlineData("{\"success\":false,\"x\":1}", ": {\"success\":false,\"x\":1}")]
    [InlineData("{\"code\":\"-5\"}", ": {\"code\":\"-5\"}")]
    [InlineData("{\"code\":1.5}", ": {\"code\":1.5}")]
    [InlineData("[\"same\",\"same\",{\"code\":1,\"message\":\"same\"}]", ": same|1: same")]
    [InlineData("[1.5,true,null]", "")]
    [InlineData("5", "5: ")]
    [InlineData("\"\"", "")]
    [InlineData("{\"message\":5,\"detail\":\"words\"}", ": words")]
    [InlineData("\uFEFF{\"message\":\"words\"}", ": words")]
    [InlineData("{\"message\":\"half \\ud800\"}", ": \"half \\ud800\"")]
    [InlineData("{\"errors\":{\"a\":[\"x\"],\"\\ud800\":[\"y\"]}}", ": {\"errors\":{\"a\":[\"x\"],\"\\ud800\":[\"y\"]}}")]
    [InlineData("A&amp;B said no", ": A&amp;B said no")]
    public void The_errors_of_a_body_are_found_in_any_shape(string body, string errors) =>
        Assert.Equal(errors, string.Join('|', ErrorBody.Read(Encoding.UTF8.GetBytes(body), Text).Select(error => $"{error.Code}: {error.Message}")));

    [Fact]
    public void A_body_with_many_errors_has_the_first_twenty()
    {
        string body = $"[{string.Join(',', Enumerable.Range(1, 21))}]";

        Assert.Equal(Enumerable.Range(1, 20), ErrorBody.Read(Encoding.UTF8.GetBytes(body), Text).Select(error => (int)error.Code!));
    }
}
