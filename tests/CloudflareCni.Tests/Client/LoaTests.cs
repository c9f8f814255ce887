using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class LoaTests : ClientTest
{
    private static readonly byte[] Pdf = MakePdf(300_000);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40_000)]
    [InlineData(300_000)]
    public async Task A_PDF_is_copied_byte_for_byte(int length)
    {
        byte[] pdf = MakePdf(length);
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Pdf(pdf).Head(pdf.Length));
            await exchange.SendAsync(pdf[..2]);
            await exchange.SendAsync(pdf[2..]);
        });
        using CniHttpClient client = Connect(server);
        using var copy = new MemoryStream();

        await client.For(Call).DownloadLoaAsync("CNI 1", null, copy, Cancellation);

        Assert.Equal(pdf, copy.ToArray());
        Assert.Equal($"/client/v4/accounts/{AccountId}/cni/interconnects/CNI%201/loa", server.Request.Target);
        Assert.Equal("application/pdf", server.Request.Header("Accept"));
    }

    [Theory]
    [InlineData("ACME & Söhne + 1", "ACME%20%26%20S%C3%B6hne%20%2B%201")]
    [InlineData("a=b?c#d/e", "a%3Db%3Fc%23d%2Fe")]
    [InlineData("", "")]
    public async Task The_customer_name_is_sent_in_the_query(string name, string escaped)
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Pdf(Pdf).Gzipped());
        using CniHttpClient client = Connect(server);
        using var copy = new MemoryStream();

        await client.For(Call).DownloadLoaAsync("n", name, copy, Cancellation);

        Assert.EndsWith($"/n/loa?name={escaped}", server.Request.Target, StringComparison.Ordinal);
        Assert.Equal(Pdf.Length, copy.Length);
    }

    [Theory]
    [InlineData("", "it's empty")]
    [InlineData("<html><title>Sign in</title></html>", "an HTML page")]
    [InlineData("{\"state\":\"ok\"}", "it isn't a PDF")]
    [InlineData("%PD", "it isn't a PDF")]
    [InlineData("<html>%PDF-1.7</html>\n%%EOF", "an HTML page")]
    [InlineData("a PDF, of which %PDF is the start\n%%EOF", "it isn't a PDF")]
    public async Task A_response_that_is_not_a_PDF_is_not_written(string body, string problem)
    {
        (CniApiException failure, MemoryStream copy) = await FailAsync(ScriptedAnswer.Pdf(Encoding.UTF8.GetBytes(body)));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, copy.Length);
    }

    [Fact]
    public async Task An_envelope_instead_of_a_PDF_is_reported_with_its_error()
    {
        (CniApiException failure, MemoryStream copy) = await FailAsync(
            ScriptedAnswer.Json("""{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}"""));

        Assert.Equal(CniErrorKind.AuthenticationFailed, failure.Kind);
        Assert.Equal(10000, Assert.Single(failure.Errors).Code);
        Assert.Equal(0, copy.Length);
    }

    [Fact]
    public async Task A_truncated_PDF_is_a_failure()
    {
        (CniApiException failure, _) = await FailAsync(ScriptedAnswer.Pdf(Pdf[..^10]));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Contains("the PDF is incomplete", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_PDF_is_in_its_last_kilobyte()
    {
        byte[] more = Enumerable.Repeat((byte)'x', 1019).ToArray();
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Pdf([.. Pdf[..^1], .. more]));
        using CniHttpClient client = Connect(server);

        await client.For(Call).DownloadLoaAsync("n", null, Stream.Null, Cancellation);
        (CniApiException failure, _) = await FailAsync(ScriptedAnswer.Pdf([.. Pdf[..^1], .. more, (byte)'x']));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
    }

    [Theory]
    [InlineData("\u00ef\u00bb\u00bf", 1)]
    [InlineData("\r\n", 1)]
    [InlineData("\0", 1019)]
    [InlineData("x", 1019)]
    public async Task The_header_of_a_PDF_is_in_its_first_kilobyte(string before, int times)
    {
        byte[] leading = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(before, times)));
        byte[] body = [.. leading, .. Pdf];
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Pdf(body));
        using CniHttpClient client = Connect(server);
        using var copy = new MemoryStream();

        await client.For(Call).DownloadLoaAsync("n", null, copy, Cancellation);
        (CniApiException failure, MemoryStream none) = await FailAsync(ScriptedAnswer.Pdf([.. Enumerable.Repeat((byte)' ', 1020), .. Pdf]));

        Assert.Equal(body, copy.ToArray());
        Assert.Equal((CniErrorKind.InvalidResponse, 0L), (failure.Kind, none.Length));
    }

    [Theory]
    [InlineData("\0", 1)]
    [InlineData("\0", 100_000)]
    [InlineData(" \t\r\n\f", 20_000)]
    public async Task Padding_after_the_end_of_a_PDF_is_ignored(string padding, int times)
    {
        byte[] trailing = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(padding, times)));
        byte[] body = [.. Pdf, .. trailing];
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Pdf(body));
        using CniHttpClient client = Connect(server);
        using var copy = new MemoryStream();

        await client.For(Call).DownloadLoaAsync("n", null, copy, Cancellation);
        (CniApiException cut, _) = await FailAsync(ScriptedAnswer.Pdf([.. Pdf[..^10], .. trailing]));

        Assert.Equal(body, copy.ToArray());
        Assert.Equal(CniErrorKind.InvalidResponse, cut.Kind);
    }

    // The end of a PDF's first revision isn't the end of the file.
    [Theory]
    [InlineData(1023)]
    [InlineData(100_000)]
    public async Task Padding_within_a_PDF_is_content(int length)
    {
        byte[] padding = new byte[length];
        (CniApiException failure, _) = await FailAsync(ScriptedAnswer.Pdf([.. Pdf, .. padding, (byte)'x']));

        Assert.Contains("the PDF is incomplete", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_shorter_than_its_declared_length_is_a_failure()
    {
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Pdf(Pdf).Head(Pdf.Length + 1));
            await exchange.SendAsync(Pdf);
            exchange.Close();
        });
        using CniHttpClient client = Connect(server);

        CniApiException failure = await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).DownloadLoaAsync("n", null, Stream.Null, Cancellation));

        Assert.Equal((CniErrorKind.ConnectionFailed, 200), (failure.Kind, failure.StatusCode));
    }

    [Fact]
    public async Task The_server_refuses_the_LOA_of_a_GCP_partner_interconnect()
    {
        (CniApiException failure, _) = await FailAsync(ScriptedAnswer.Json("""{"error":"no LOA"}""", 404));

        Assert.Equal((CniErrorKind.NotFound, "no LOA"), (failure.Kind, failure.Errors[0].Message));
    }

    [Fact]
    public async Task An_exception_of_the_destination_is_not_wrapped()
    {
        await using var server = ScriptedServer.Answering(ScriptedAnswer.Pdf(Pdf));
        using CniHttpClient client = Connect(server);
        using var full = new MemoryStream(new byte[10]);

        await Assert.ThrowsAsync<NotSupportedException>(() => client.For(Call).DownloadLoaAsync("n", null, full, Cancellation));
    }

    [Fact]
    public async Task A_copy_can_be_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = ScriptedServer.Start(async exchange =>
        {
            await exchange.SendAsync(ScriptedAnswer.Pdf(Pdf).Head(Pdf.Length));
            await exchange.SendAsync(Pdf[..100_000]);
            await exchange.WaitForCloseAsync();
        });
        using CniHttpClient client = Connect(server);
        using var copy = new CancellingStream(cancel);

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.For(Call).DownloadLoaAsync("n", null, copy, cancel.Token));

        Assert.Equal(cancel.Token, cancelled.CancellationToken);
    }

    private static byte[] MakePdf(int filler) => Encoding.Latin1.GetBytes("%PDF-1.7\n" + new string('ÿ', filler) + "\n%%EOF\n");

    private static new async Task<(CniApiException Failure, MemoryStream Copy)> FailAsync(ScriptedAnswer reply)
    {
        await using var server = ScriptedServer.Answering(reply);
        using CniHttpClient client = Connect(server);
        var copy = new MemoryStream();
        return (await Assert.ThrowsAsync<CniApiException>(() => client.For(Call).DownloadLoaAsync("n", null, copy, Cancellation)), copy);
    }

    // Cancels after the first write.
    private sealed class CancellingStream(CancellationTokenSource cancel) : MemoryStream
    {
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            cancel.Cancel();
            return base.WriteAsync(buffer, offset, count, CancellationToken.None);
        }
    }
}
