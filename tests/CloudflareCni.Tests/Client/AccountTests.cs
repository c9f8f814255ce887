using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using CloudflareCni.Client;
using CloudflareCni.Tests.Wire;
using Xunit;

namespace CloudflareCni.Tests.Client;

public sealed class AccountTests : ClientTest
{
    [Fact]
    public async Task All_pages_of_accounts_are_read()
    {
        await using var server = ScriptedServer.Start(exchange =>
        {
            int page = int.Parse(exchange.Request.Target.Split("page=")[1].Split('&')[0], null);
            return exchange.SendAsync(Page(page, Enumerable.Range(page * 50, page == 3 ? 7 : 50), total: 3));
        });
        using CniHttpClient client = Connect(server);

        IReadOnlyList<CniAccount> accounts = await client.For(Call).ListAccountsAsync(Cancellation);

        Assert.Equal([1, 2, 3], server.Requests.Select(request => int.Parse(request.Target["/client/v4/accounts?page=".Length..].Split('&')[0], null)));
        Assert.Equal(107, accounts.Select(account => account.Id).Distinct().Count());
        Assert.Equal(("id50", "Account 50"), (accounts[0].Id, accounts[0].Name));
    }

    [Theory]
    [InlineData(50, 6)]
    [InlineData(2, 6)]
    [InlineData(0, 5)]
    public async Task Endless_pages_are_an_error(int count, int requests)
    {
        await using var server = ScriptedServer.Start(exchange => exchange.SendAsync(Page(1, Enumerable.Range(0, count), total: 1_000_000)));
        using CniHttpClient client = Connect(server);

        CniException failure = await Assert.ThrowsAsync<CniException>(() => client.For(Call).ListAccountsAsync(Cancellation));

        Assert.Equal(CniErrorKind.InvalidResponse, failure.Kind);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task An_empty_page_in_between_does_not_end_the_list()
    {
        await using var server = ScriptedServer.Start(exchange =>
        {
            int page = int.Parse(exchange.Request.Target.Split("page=")[1].Split('&')[0], null);
            return exchange.SendAsync(Page(page, Enumerable.Range(page * 50, page == 2 ? 0 : 50), total: 3));
        });
        using CniHttpClient client = Connect(server);

        Assert.Equal(100, (await client.For(Call).ListAccountsAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_server_without_pages_gets_at_most_two_requests()
    {
        string accounts = string.Join(',', Enumerable.Range(0, 50).Select(number => $$"""{"id":"id{{number}}","name":"A"}"""));
        await using var server = ScriptedServer.Answering($$"""{"success":true,"result":[{{accounts}}]}""");
        using CniHttpClient client = Connect(server);

        Assert.Equal(50, (await client.For(Call).ListAccountsAsync(Cancellation)).Count);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Without_a_count_a_short_page_is_the_last()
    {
        (IReadOnlyList<CniAccount> accounts, ScriptedRequest request) = await AskAsync(
            """{"success":true,"result":[{"id":"a","name":"A","settings":{"x":1}}]}""", client => client.For(new CniCall("")).ListAccountsAsync(Cancellation));

        Assert.Equal("GET /client/v4/accounts?page=1&per_page=50 HTTP/1.1", request.StartLine);
        Assert.Equal("a", Assert.Single(accounts).Id);
    }

    private static ScriptedAnswer Page(int page, IEnumerable<int> numbers, int total)
    {
        IEnumerable<string> accounts = numbers.Select(number => $$"""{"id":"id{{number}}","name":"Account {{number}}","type":"standard"}""");
        return ScriptedAnswer.Json($$$"""
            {"result":[{{{string.Join(',', accounts)}}}],"result_info":{"page":{{{page}}},"per_page":50,"total_pages":{{{total}}},"count":1},"success":true,"errors":[],"messages":[]}
            """);
    }
}
