using PrivacyPortal.Connectors;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Connectors.Http.HttpConnectorTests;

namespace PrivacyPortal.Tests.Connectors.Http;

/// <summary>When a lookup has all its rows, and what it may do again to get them.</summary>
public sealed class HttpLookupTests
{
    [Fact]
    public async Task A_list_under_something_that_is_not_there_is_no_answer()
    {
        await using var server = await ApiServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/me" ? 200 : 404;
            return Task.CompletedTask;
        });
        var under = Connector(server, "call: GET /mailboxes/{email}/people\n        rows: $.data");
        Assert.Equal(SourceFailure.Misanswered, (await Assert.ThrowsAsync<SourceException>(() => ReadAsync(under, "p@x.org"))).Failure);
    }

    [Fact]
    public async Task An_empty_page_is_not_the_last_while_a_next_cursor_is_given()
    {
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, context.Request.Query["after"].ToString() switch
        {
            "" => """{"data":[{"id":1,"email":"p@x.org"}],"next":"a"}""",
            "a" => """{"data":[],"next":"b"}""",
            "b" => """{"data":[{"id":2,"email":"p@x.org"}],"next":"c"}""",
            _ => """{"data":[],"next":"c"}""",
        }));
        Assert.Equal(["1", "2"], await ReadAsync(Connector(server, "call: GET /people?email={email}\n        rows: $.data\n        paging: { kind: cursor, parameter: after, next: $.next }"), "p@x.org"));
    }

    [Fact]
    public async Task A_token_that_was_withdrawn_before_its_time_is_asked_for_again_once()
    {
        var (given, good) = (0, true);
        await using var server = await ApiServer.StartAsync(context =>
        {
            if (context.Request.Path == "/token")
                return JsonAsync(context, $$"""{"access_token":"given-{{++given}}","expires_in":"3599"}""");
            if (good && context.Request.Headers.Authorization == "Bearer given-" + given)
                return JsonAsync(context, """{"data":[{"id":1,"email":"p@x.org"}]}""");
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        var connector = Connector(server, signIn: $"kind: client-credentials\n  user: portal\n  token: {server.Address}/token");
        await using var reader = await connector.OpenAsync(default);
        Assert.Equal(1, given);
        given++;
        var query = new RowQuery("people", [new ColumnPath("id")]) { By = [new ColumnPath("email")], Values = [new RowKey("p@x.org")], Comparison = Comparison.Caseless };
        Assert.Single(await reader.ReadAsync(query, default).ToListAsync());
        Assert.Equal(3, given);
        good = false;
        var refused = await Assert.ThrowsAsync<SourceException>(async () => await reader.ReadAsync(query with { Values = [new RowKey("q@x.org")] }, default).ToListAsync());
        Assert.Equal((SourceFailure.SignInRefused, 4), (refused.Failure, given));
    }

    [Fact]
    public async Task Answers_are_remembered_by_their_size_not_by_their_number()
    {
        var text = new string('x', 800_000);
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, $$"""{"data":[{"id":1,"email":"{{context.Request.Query["email"]}}","name":"{{text}}"}]}"""));
        await using var reader = await Connector(server).OpenAsync(default);
        async Task<int> CallsAsync(int person)
        {
            var before = server.Calls.Count;
            var query = new RowQuery("people", [new ColumnPath("id")]) { By = [new ColumnPath("email")], Values = [new RowKey($"p{person}@x.org")], Comparison = Comparison.Caseless };
            Assert.Single(await reader.ReadAsync(query, default).ToListAsync());
            return server.Calls.Count - before;
        }

        for (var person = 0; person < 12; person++)
            Assert.Equal(1, await CallsAsync(person));
        Assert.Equal((0, 1), (await CallsAsync(0), await CallsAsync(11)));
    }
}
