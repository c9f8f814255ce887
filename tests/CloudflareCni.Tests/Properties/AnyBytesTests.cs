using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Client;
using CsCheck;
using Xunit;

namespace CloudflareCni.Tests.Properties;

/// <summary>Every response results in a value or in the one type of exception that users see.</summary>
[Trait("Tier", "Slow")]
public sealed class AnyBytesTests : ClientTest, IDisposable
{
    private const int Few = 3000;
    private const int MaxMessageLength = 1200;

    // The kinds of failure that Cloudflare's gateway can report by an error code in a response with status 200.
    private static readonly (long Code, CniErrorKind Kind)[] GatewayCodes =
    [
        (1000, CniErrorKind.AuthenticationFailed), (9103, CniErrorKind.AuthenticationFailed), (10000, CniErrorKind.AuthenticationFailed), (10001, CniErrorKind.AuthenticationFailed),
        (9109, CniErrorKind.AccessDenied), (7003, CniErrorKind.NotFound), (971, CniErrorKind.RateLimited),
    ];

    private static readonly (int Status, CniErrorKind Kind)[] Statuses =
    [
        (302, CniErrorKind.InvalidResponse), (400, CniErrorKind.BadRequest), (401, CniErrorKind.AuthenticationFailed), (403, CniErrorKind.AccessDenied), (404, CniErrorKind.NotFound),
        (408, CniErrorKind.Timeout), (409, CniErrorKind.NameConflict), (418, CniErrorKind.BadRequest), (429, CniErrorKind.RateLimited), (500, CniErrorKind.ServerError),
        (503, CniErrorKind.ServerError), (599, CniErrorKind.ServerError),
    ];

    private static readonly Gen<string> Account = JsonGen.ObjectOf(
        ["id", "name"], JsonGen.Optional("id", JsonGen.Literal), JsonGen.Optional("name", JsonGen.Literal));

    private static readonly Gen<string> TokenState = JsonGen.ObjectOf(
        ["id", "status", "not_before", "expires_on"],
        JsonGen.Optional("id", JsonGen.Literal),
        JsonGen.Optional("status", JsonGen.Literal),
        JsonGen.Optional("expires_on", Gen.OneOf(Gen.DateTimeOffset.Select(time => $"\"{time:O}\""), JsonGen.Literal)));

    private static readonly Gen<byte[]> Pdf = Gen.Byte.Array[0, 3000].Select(bytes => (byte[])[.. "%PDF-1.4\n"u8, .. bytes, .. "\n%%EOF\n"u8]);

    private static readonly Gen<(Question Question, byte[] Body, int Piece)> Case = Gen.OneOf(
        Ask("list of slots", Bodies.ListOf(ModelGen.Slot), async client => await client.For(Call).ListSlotsAsync(new CniSlotFilter(), FirstPage, default)),
        Ask("list of interconnects", Bodies.ListOf(ModelGen.Interconnect), async client => await client.For(Call).ListInterconnectsAsync(new CniInterconnectFilter(), FirstPage, default)),
        Ask("list of CNIs", Bodies.ListOf(ModelGen.Cni), async client => await client.For(Call).ListCnisAsync(new CniFilter(), FirstPage, default)),
        Ask("list of accounts", Bodies.ListOf(Account), async client => await client.For(Call).ListAccountsAsync(default)),
        Ask("slot", ModelGen.Slot, async client => await client.For(Call).GetSlotAsync(SampleAnswers.SlotId, default)),
        Ask("interconnect", ModelGen.Interconnect, async client => await client.For(Call).GetInterconnectAsync("x", default)),
        Ask("CNI", ModelGen.Cni, async client => await client.For(Call).GetCniAsync(SampleAnswers.CniId, default)),
        Ask("settings", ModelGen.Settings, async client => await client.For(Call).GetSettingsAsync(default)),
        Ask("status", ModelGen.Status, async client => await client.For(Call).GetInterconnectStatusAsync("x", default)),
        Ask("token", TokenState, async client => await client.For(Call).VerifyUserTokenAsync(default)),
        Ask("name of a LOA", JsonGen.Literal, async client => await client.For(Call).GetLoaDefaultNameAsync("x", default)),
        Ask("deletion", JsonGen.Value, async client =>
        {
            await client.For(Call).DeleteInterconnectAsync("x", default);
            return "deleted";
        }),
        Ask("LOA", Bodies.NearlyCorrect(Gen.OneOf(Pdf, Bodies.AnyJson.Select(JsonGen.Bytes))), async client =>
        {
            using var file = new MemoryStream();
            await client.For(Call).DownloadLoaAsync("x", null, file, default);
            return file.Length;
        }));

    private readonly CniHttpClient _client = Connect(new Uri("https://api.invalid"), handler: InMemoryResponse.Handler);

    [Fact]
    public async Task A_response_of_any_bytes_results_in_a_value_or_InvalidResponse() =>
        await Case.SampleAsync(
            async one =>
            {
                CniApiException? failure = await AskAsync(one.Question, new InMemoryResponse(one.Body, one.Piece));
                CniErrorKind[] kinds = [.. GatewayCodes.Where(code => failure?.Errors.Any(error => error.Code == code.Code) is true).Select(code => code.Kind), CniErrorKind.InvalidResponse];
                Assert.True(failure is null || kinds.Contains(failure.Kind), $"{failure?.Kind}: {failure?.Message}");
                return $"{one.Question.Name}: {(failure is null ? "a value" : failure.Kind)}";
            },
            Log,
            iter: Cases.Count(Few),
            print: Print);

    [Fact]
    public async Task The_kind_of_a_failure_with_any_body_follows_from_its_status() =>
        await Gen.Select(Case, Cases.Any(Statuses)).SampleAsync(
            async (one, status) =>
            {
                CniApiException? failure = await AskAsync(one.Question, new InMemoryResponse(one.Body, one.Piece, status.Status));
                CniErrorKind expected = BlockPage.IsMatch(status.Status, mitigated: null, one.Body) ? CniErrorKind.Blocked : status.Kind;
                Assert.Equal((expected, status.Status), (failure!.Kind, failure.StatusCode));
                return failure.Errors.Count == 0 ? "without words" : "with words";
            },
            Log,
            iter: Cases.Count(Few),
            print: one => $"{one.Item2.Status}, {Print(one.Item1)}");

    // Bugs that these tests have found.
    [Fact]
    public async Task JSON_with_invalid_text_does_not_hide_a_failure()
    {
        byte[] noText = [.. "{\"errors\":[{\"code\":7,\"message\":\""u8, 0xE5, .. "\"}]}"u8];
        byte[] noName = """{"\ude00result":1}"""u8.ToArray();

        foreach (byte[] body in new[] { noText, noName })
        {
            using var file = new MemoryStream();
            CniApiException refused = await Assert.ThrowsAsync<CniApiException>(
                () => new InMemoryResponse(body, Status: 403).ToAsync(() => _client.For(Call).GetSettingsAsync(Cancellation)));
            CniApiException noPdf = await Assert.ThrowsAsync<CniApiException>(() => new InMemoryResponse(body).ToAsync(async () =>
            {
                await _client.For(Call).DownloadLoaAsync("x", null, file, Cancellation);
                return true;
            }));

            Assert.Equal(CniErrorKind.AccessDenied, refused.Kind);
            Assert.NotEmpty(Assert.Single(refused.Errors).Message);
            Assert.Equal(CniErrorKind.InvalidResponse, noPdf.Kind);
        }
    }

    public void Dispose() => _client.Dispose();

    private static void Log(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private static Gen<(Question Question, byte[] Body, int Piece)> Ask(string name, Gen<string> correct, Func<CniHttpClient, Task<object?>> ask) =>
        Ask(name, Bodies.NearlyCorrect(correct), ask);

    private static Gen<(Question Question, byte[] Body, int Piece)> Ask(string name, Gen<byte[]> body, Func<CniHttpClient, Task<object?>> ask) =>
        Gen.Select(Gen.Const(new Question(name, ask)), body, Bodies.Piece);

    private static string Print((Question Question, byte[] Body, int Piece) one) =>
        $"{one.Question.Name}, {one.Piece} bytes at a time of {Encoding.Latin1.GetString(one.Body)} (base64: {Convert.ToBase64String(one.Body)})";

    private async Task<CniApiException?> AskAsync(Question question, InMemoryResponse response)
    {
        try
        {
            object? value = await response.ToAsync(() => question.AskAsync(_client));
            Assert.NotNull(value?.ToString());
            return null;
        }
        catch (CniApiException failure)
        {
            Assert.InRange(failure.Message.Length, 1, MaxMessageLength);
            Assert.DoesNotContain(failure.Message, char.IsControl);
            return failure;
        }
    }

    /// <summary>A method of the client that reads a response.</summary>
    private sealed record Question(string Name, Func<CniHttpClient, Task<object?>> AskAsync);
}
