using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class PageTests : ClientTest
{
    public static TheoryData<string> ListShapes() =>
    [
        """{"items":[{0}],"next":5}""",
        """{"next":5,"items":[{0}]}""",
        """{"unknown":{"items":[1],"next":{}},"items":[{0}],"total":1,"next":5}""",
        """{"result":{"next":5,"more":["items"],"items":[{0}]},"success":true,"errors":[],"messages":[]}""",
        """{"errors":[],"messages":[{"code":1,"message":"hint"}],"success":true,"result":{"items":[{0}],"next":5}}""",
        """{"result":{"items":[{0}],"next":5}}""",
        """{"success":true,"result":[{0}],"result_info":{"page":1,"next":5,"per_page":20}}""",
        """{"result_info":{"next":5},"result":[{0}]}""",
        " \r\n\t{ \"items\" : [ {0} ] , \"next\" : 5 } \n",
    ];

    [Theory]
    [MemberData(nameof(ListShapes))]
    public async Task A_page_can_have_any_envelope_and_arrive_in_any_pieces(string shape)
    {
        byte[] body = Encoding.UTF8.GetBytes(shape.Replace("{0}", $"{SampleAnswers.Slot},{SampleAnswers.Slot}", StringComparison.Ordinal));
        foreach (int piece in new[] { 1, 7, 64, body.Length })
        {
            await using var server = ScriptedServer.Start(async exchange =>
            {
                await exchange.SendAsync(ScriptedAnswer.Json("").Head(body.Length));
                foreach (byte[] part in body.Chunk(piece))
                {
                    await exchange.SendAsync(part);
                }
            });
            using CniHttpClient client = Connect(server);

            CniPage<CniSlot> page = await client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation);

            Assert.Equal(5, page.Next);
            Assert.Equal([SampleAnswers.SlotId, SampleAnswers.SlotId], page.Items.Select(slot => slot.Id));
        }
    }

    [Fact]
    public async Task A_bare_list_is_the_last_page()
    {
        (CniPage<CniSlot> page, _) = await AskAsync($"[{SampleAnswers.Slot}]", client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Single(page.Items);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task A_page_with_many_and_long_objects_is_read_completely()
    {
        string odd = SampleAnswers.Slot.Replace("\"occupant\"", $"\"{new string('x', 200_000)}\"", StringComparison.Ordinal);
        string items = string.Join(",", Enumerable.Range(0, 5000).Select(number => number % 1000 == 999 ? odd : SampleAnswers.Slot));
        (CniPage<CniSlot> page, _) = await AskAsync($$"""{"items":[{{items}}]}""", client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal(5000, page.Items.Count);
        Assert.Equal(5, page.Items.Count(slot => slot.Account!.Length == 200_000));
    }

    [Theory]
    [InlineData(5_000_000_000)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public async Task A_cursor_can_have_64_bits_and_is_sent_back_unchanged(long next)
    {
        (CniPage<CniSlot> page, ScriptedRequest request) = await AskAsync(
            $$"""{"items":[],"next":{{next}}}""", client => client.For(Call).ListSlotsAsync(new CniSlotFilter(), new CniPageRequest(next), Cancellation));

        Assert.Equal(next, page.Next);
        Assert.EndsWith($"/cni/slots?cursor={next}", request.Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it's empty")]
    [InlineData("  \n", "it's empty")]
    [InlineData("<!DOCTYPE html><html></html>", "an HTML page")]
    [InlineData("It works!", "it isn't valid JSON")]
    [InlineData("null", "it is null")]
    [InlineData("5", "it isn't an object")]
    [InlineData("{}", "no list of items")]
    [InlineData("""{"success":true,"result":null}""", "no list of items")]
    [InlineData("""{"items":null}""", "items is null")]
    [InlineData("""{"items":{}}""", "items isn't a list")]
    [InlineData("""{"result":{"items":7}}""", "result.items isn't a list")]
    [InlineData("""{"items":[null]}""", "items[0] is null")]
    [InlineData("""{"result":["x"]}""", "result[0] isn't an object")]
    [InlineData("""{"items":[],"next":"5"}""", "next isn't a whole number")]
    [InlineData("""{"items":[],"next":9223372036854775808}""", "next isn't a whole number")]
    [InlineData("""{"result":{"items":[],"next":true}}""", "result.next isn't a whole number")]
    [InlineData("""{"items":[]""", "it isn't valid JSON")]
    [InlineData("""{"items":[]}}""", "it isn't valid JSON")]
    [InlineData("""{"items":[],}""", "it isn't valid JSON")]
    [InlineData("""{"items":[]} x""", "it isn't valid JSON")]
    [InlineData("""{"items":[{"id":"\ud800"}]}""", "it isn't valid JSON")]
    [InlineData("""{"items":[{"x":"\ud800"}]}""", "it isn't valid JSON")]
    public async Task The_error_for_an_invalid_page_says_what_is_wrong(string answer, string problem)
    {
        await using var server = ScriptedServer.Answering(answer);
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(
            () => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal((CniErrorKind.InvalidResponse, 200), (failure.Kind, failure.StatusCode));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_nesting_is_an_error()
    {
        await using var server = ScriptedServer.Answering($$"""{"items":[{"x":{{new string('[', 5000)}}""");
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(
            () => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
    }

    [Fact]
    public async Task An_endless_response_is_an_error()
    {
        byte[] piece = new byte[1024 * 1024];
        Array.Fill(piece, (byte)' ');
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Json("").Head(1L << 40));
            while (true)
            {
                await exchange.SendAsync(piece);
            }
        });
        using CniHttpClient client = Connect(server);

        CniApiException listed = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));
        CniApiException read = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.All([listed, read], failure => Assert.Equal(CniErrorKind.ResponseTooLarge, failure.Kind));
        Assert.Contains("larger than 64 MiB", listed.Message, StringComparison.Ordinal);
        Assert.Contains("larger than 64 MiB", read.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null}""", CniErrorKind.AuthenticationFailed)]
    [InlineData("""{"result":null,"errors":[{"code":10000,"message":"Authentication error"}],"success":false}""", CniErrorKind.AuthenticationFailed)]
    [InlineData("""{"result":{"items":[]},"errors":[{"code":1234,"message":"Authentication error"}],"success":false}""", CniErrorKind.InvalidResponse)]
    public async Task No_success_with_status_200_is_a_failure(string answer, CniErrorKind kind)
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Json(answer).With("CF-Ray", Ray));
        using CniHttpClient client = Connect(server);

        CniApiException listed = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, Cancellation));
        CniApiException read = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).GetSettingsAsync(Cancellation));

        Assert.All([listed, read], failure =>
        {
            Assert.Equal((kind, 200, Ray), (failure.Kind, failure.StatusCode, failure.Ray));
            Assert.Equal("Authentication error", Assert.Single(failure.Errors).Message);
            Assert.Contains("Authentication error", failure.Message, StringComparison.Ordinal);
        });
    }
}
