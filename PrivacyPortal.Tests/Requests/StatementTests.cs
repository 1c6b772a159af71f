using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Contested messages: never corrected, completed by what the person states, in the source or by hand.</summary>
public class StatementTests
{
    private static readonly RowRef Contact = new("contact", new RowKey(1L));

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task What_was_said_is_never_corrected_and_only_what_was_said_takes_a_statement()
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        Correction Corrected(RowRef row, string field) => new(row, field, "before", "after");
        Assert.Equal(Refusal.Unlawful, await ReviewAsync(desk, id, new() { Corrections = [Corrected(Chat.OnMessage.Row, "body")] }));
        Assert.Equal(Refusal.Unlawful, await ReviewAsync(desk, id, new() { Corrections = [Corrected(Chat.OnMessage.Row, "remark")] }));
        Assert.Equal(Refusal.Unlawful, await ReviewAsync(desk, id, new() { Corrections = [Corrected(Contact, "phone"), Corrected(Chat.OnNote.Row, "body")] }));
        foreach (var culture in new[] { Languages.English, Languages.French })
        {
            Assert.Contains(culture == Languages.French ? "ne se réécrit pas" : "is not rewritten", RequestText.Of(Refusal.Unlawful).In(culture), StringComparison.Ordinal);
        }

        var other = new SupplementaryStatement(new RowRef("message", new RowKey(2L)), "body", "Not in my row.");
        SupplementaryStatement[] unfits =
        [
            other, Chat.OnMessage with { Text = " " }, Chat.OnMessage with { Text = new string('x', SupplementaryStatement.Longest + 1) }, Chat.OnMessage with { Field = "id" },
            Chat.OnMessage with { Field = "quoted" }, new(Contact, "phone", "Wrong."),
        ];
        foreach (var unfit in unfits)
        {
            Assert.Equal(Refusal.Invalid, await ReviewAsync(desk, id, new() { Statements = [unfit] }));
        }

        foreach (var actor in new[] { TestPortal.Admin, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await ReviewAsync(desk, id, new() { Statements = [Chat.OnMessage] }, actor));
            Assert.Null((await desk.Queries.FindingsAsync(actor, id, desk.Source, default)).Value);
        }

        Assert.Equal(Refusal.Invalid, await ReviewAsync(desk, id, new() { Statements = [Chat.OnMessage, Chat.OnMessage with { Text = "Another." }] }));
        Do(await ReviewAsync(desk, id, new() { Corrections = [Corrected(Contact, "phone")], Statements = [Chat.OnMessage] }));
        Assert.Equal([Chat.OnMessage], (await desk.Queries.FindingsAsync(Dpo, id, desk.Source, default)).Value!.Review!.Statements);

        // Sealed like all that was found: in no byte of the portal's own database.
        Assert.DoesNotContain(Chat.Stated, await desk.Portal.DatabaseBytesAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_written_beside_the_message_and_the_letter_says_so(bool onPostgres)
    {
        using TestSource chat = onPostgres ? new PostgresSource(Chat.Sql) : new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        Do(await ReviewAsync(desk, id, new() { Corrections = [new(Contact, "phone", "0612345678", "0700000000")], Statements = [Chat.OnMessage] }));
        await desk.ExecuteAsync(id);

        var sheet = await desk.SheetAsync(id);
        Assert.Equal([$"'{Chat.Said}' | '{sheet.Row.Reference}: {Chat.Stated}'", "'Hello' | null"], chat.Rows("SELECT body, remark FROM message ORDER BY id"));
        Assert.True(Assert.Single(sheet.Sources).Verification!.Passed);
        var (own, archived) = await CopiesAsync(desk, sheet);
        Assert.Contains("rectifiées ou complétées", Line(own), StringComparison.Ordinal);
        Assert.Contains("À quoi votre déclaration a été jointe", Line(own), StringComparison.Ordinal);
        Assert.Contains("postpone", own, StringComparison.Ordinal);
        Assert.Contains("cancel", own, StringComparison.Ordinal);
        Assert.DoesNotContain("postpone", archived, StringComparison.Ordinal);
        Assert.DoesNotContain("cancel", archived, StringComparison.Ordinal);
        Assert.Contains("Messages · Text", archived, StringComparison.Ordinal);

        // A later access of the same person has it.
        var later = await desk.FoundAsync(SubjectRight.Access, Chat.Email);
        var rows = (await desk.Queries.RowsAsync(Dpo, later, desk.Source, "message", Verdict.Subject, 0, default)).Value!.Rows;
        Assert.Contains(rows.Single().Fields, f => f.Value is string remark && remark.EndsWith(Chat.Stated, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "Jointe à la main dans le")]
    [InlineData(0, "Non jointe dans le")]
    public async Task Where_the_source_has_no_column_a_task_asks_for_it_and_the_letter_says_what_came_of_it(int attached, string told)
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        var before = chat.Everything();
        Do(await ReviewAsync(desk, id, new() { Statements = [Chat.OnNote] }));
        var step = await DecidedAsync(desk, id);
        Assert.Equal(1, Assert.Single((await desk.SheetAsync(id)).Sources).Preflight!.ByHand);
        var task = (await desk.Queries.TaskAsync(Dpo, step, default)).Value!;
        var statement = Assert.Single(task.Statements);
        Assert.Equal((new SaidAt("Notes", "1", "Note", "Was rude on the phone"), Chat.OnNote.Text), (statement.On, statement.Text));
        foreach (var culture in new[] { Languages.French, Languages.English })
        {
            var paper = PdfTools.Text((await desk.Portal.TaskSheetAsync(Dpo, id, step, culture)).Value!.Content);
            Assert.Contains(culture == Languages.French ? "Joindre une déclaration à la main" : "Attach a statement by hand", paper, StringComparison.Ordinal);
            Assert.Contains(Chat.OnNote.Text, paper, StringComparison.Ordinal);
        }

        Assert.Equal(Refusal.Forbidden, await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "Done.", 1, default));
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "In the field for remarks.", attached, default));
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        var (own, archived) = await CopiesAsync(desk, await desk.SheetAsync(id));
        Assert.Contains(told, Line(own), StringComparison.Ordinal);
        Assert.Contains(told, Line(archived), StringComparison.Ordinal);
        Assert.DoesNotContain("I was ill", archived, StringComparison.Ordinal);
        Assert.Equal(before, chat.Everything());
    }

    [Theory]
    [InlineData(true, "en partie")]
    [InlineData(false, "Votre déclaration n’a pas été jointe")]
    public async Task A_statement_that_is_not_attached_is_told_as_such_and_until_when_it_is_kept(bool another, string title)
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        Do(await ReviewAsync(desk, id, new() { Statements = another ? [Chat.OnMessage, Chat.OnNote] : [Chat.OnNote] }));
        var step = await DecidedAsync(desk, id);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "There is no room for it.", 0, default));
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestOutcome.PartlyFulfilled, sheet.Row.Outcome);
        var (own, archived) = await CopiesAsync(desk, sheet);
        foreach (var text in (string[])[Line(own), Line(archived)])
        {
            Assert.Contains(title, text, StringComparison.Ordinal);
            Assert.Contains("jusqu’au 20 mars 2027", text, StringComparison.Ordinal);
            foreach (var untrue in (string[])["À quoi votre déclaration a été jointe", "onservée au dossier", "dans chacun des systèmes", "figure à côté"])
            {
                Assert.DoesNotContain(untrue, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_plan_that_was_carried_out_recalled_and_carried_out_again_attaches_it_once()
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        Do(await ReviewAsync(desk, id, new() { Statements = [Chat.OnMessage, Chat.OnNote] }));
        var first = await DecidedAsync(desk, id);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "The person rang.", default));
        Assert.Equal(Refusal.NotFound, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), first, "Done.", 1, default));

        var again = await DecidedAsync(desk, id);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), again, "Done.", 1, default));
        await desk.RunAsync();
        Assert.Equal(RequestStatus.Answering, (await desk.SheetAsync(id)).Row.Status);
        Assert.EndsWith($"-000001: {Chat.Stated}", (string)chat.Value("SELECT remark FROM message WHERE id = 1")!, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", (string)chat.Value("SELECT remark FROM message WHERE id = 1")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_attached_before_a_recall_is_told_all_the_same()
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync(chat);
        var id = await desk.FoundAsync(SubjectRight.Rectification, Chat.Email);
        Do(await ReviewAsync(desk, id, new() { Statements = [Chat.OnMessage, Chat.OnNote] }));
        await DecidedAsync(desk, id);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "The person rang.", default));
        Do(await ReviewAsync(desk, id, new() { Corrections = [new(Contact, "phone", "0612345678", "0700000000")] }));
        await desk.ExecuteAsync(id);

        var (own, _) = await CopiesAsync(desk, await desk.SheetAsync(id));
        Assert.Contains("postpone", own, StringComparison.Ordinal);
        Assert.DoesNotContain("I was ill", own, StringComparison.Ordinal);
    }

    private static Task<Refusal?> ReviewAsync(ChinookDesk desk, Guid id, Wish wish, Actor? actor = null) => Task.Run(async () => await desk.Desk.ReviewAsync(
        actor ?? Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested with { Corrections = wish.Corrections, Statements = wish.Statements }, default));

    /// <summary>Tried, granted and run until the statement waits for whoever attaches it.</summary>
    private static async Task<Guid> DecidedAsync(ChinookDesk desk, Guid id)
    {
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestStatus.NeedsAttention, sheet.Row.Status);
        return Assert.Single(sheet.Steps, s => s is { Phase: StepPhase.Attach, State: StepState.NeedsAttention, Cause: StepCause.ManualTask }).Id;
    }

    private static async Task AnswerAsync(ChinookDesk desk, Guid id)
    {
        Assert.Equal(RequestStatus.Answering, (await desk.SheetAsync(id)).Row.Status);
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
    }

    /// <summary>The person's own copy and the archived one, as text.</summary>
    private static async Task<(string Own, string Archived)> CopiesAsync(ChinookDesk desk, RequestSheet sheet)
    {
        var document = Assert.Single(sheet.Documents);
        var own = (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference, document.Id)).Value!;
        await using var db = desk.Portal.Db();
        var receipt = await db.Set<PrivacyPortal.Receipts.Receipt>().OrderByDescending(r => r.IssuedAt).FirstAsync(r => r.Kind == ReceiptKind.Rectification);
        return (PdfTools.Text(own.Content), PdfTools.Text(receipt.Content!) + PdfTools.Attachment(receipt.Content!, ReceiptDocument.AttachmentName));
    }

    /// <summary>Without the columns of a table, which break its sentences.</summary>
    private static string Line(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\\s+", " ");

    private static async Task<ChinookDesk> StartAsync(TestSource chat)
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        var (kind, connection) = chat is PostgresSource server
            ? (SourceKind.PostgreSql, new SourceConnection { Server = server.Address() })
            : (SourceKind.Sqlite, new SourceConnection(((SourceFile)chat).Path));
        return new ChinookDesk(portal, await Chat.AddAsync(portal.Get<DataSourceDesk>(), portal.Get<DataSourceQueries>(), kind, connection));
    }

    private sealed record Wish
    {
        public IReadOnlyList<Correction> Corrections { get; init; } = [];

        public IReadOnlyList<SupplementaryStatement> Statements { get; init; } = [];
    }
}
