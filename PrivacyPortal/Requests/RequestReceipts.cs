using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>
/// Fills the facts of each document of a request and has them issued, in the transaction of the verb that they tell. Facts carry a masked
/// identity, categories, counts and hashes.
/// </summary>
public sealed class RequestReceipts(ReceiptIssuer issuer, KeyVault vault, RetentionTerms terms)
{
    internal Task AcknowledgeAsync(PortalDbContext db, Actor actor, SubjectRequest request, SubjectFile subject, CancellationToken ct) =>
        IssueAsync(db, actor, request, subject, Acknowledgement(request), ct);

    internal Task ExtendAsync(PortalDbContext db, Actor actor, SubjectRequest request, SubjectFile subject, DateOnly wasDueOn, string reason, CancellationToken ct) =>
        IssueAsync(db, actor, request, subject, Extension(request, wasDueOn, reason), ct);

    internal static Func<AnswerHead, CultureInfo, ReceiptFacts> Acknowledgement(SubjectRequest request) => (head, culture) => new AcknowledgementFacts
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        DueOn = request.DueOn, Channel = RequestText.Of(request.Channel).In(culture), IdentityConfirmed = request.Proof is not null,
    };

    internal static Func<AnswerHead, CultureInfo, ReceiptFacts> Extension(SubjectRequest request, DateOnly wasDueOn, string reason) => (head, culture) => new ExtensionFacts
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        WasDueOn = wasDueOn, DueOn = request.DueOn, Reason = $"{RequestText.Of(request.ExtensionGround!.Value).In(culture)}. {reason}",
    };

    internal Task LiftAsync(PortalDbContext db, Actor actor, SubjectRequest request, SubjectFile subject, Handover notice, string reason, CancellationToken ct) =>
        IssueAsync(db, actor, request, subject, (head, _) => RightsAnswer.RestrictionEnd(request, notice, reason, head), ct);

    /// <summary>The receipt of the outcome; what is refused of a request that is granted in part has a letter of its own.</summary>
    internal async Task AnswerAsync(
        PortalDbContext db, Actor actor, SubjectRequest request, FileKey key, IReadOnlyList<DecisionReason> reasons, IReadOnlyList<RequestableSource> maps, CancellationToken ct)
    {
        var subject = SubjectFile.Open(key, request.Sealed);
        var conclusion = RequestDesk.ConclusionOf(request, key);
        foreach (var make in await AnswersAsync(db, request, subject, reasons, conclusion, maps, ct))
        {
            await IssueAsync(db, actor, request, subject, make, ct);
        }
    }

    /// <summary>What the answer is made of, as the request stands in memory: answered, whether that is saved or not.</summary>
    internal async Task<IReadOnlyList<Func<AnswerHead, CultureInfo, ReceiptFacts>>> AnswersAsync(
        PortalDbContext db, SubjectRequest request, SubjectFile subject, IReadOnlyList<DecisionReason> reasons, Conclusion? conclusion,
        IReadOnlyList<RequestableSource> maps, CancellationToken ct)
    {
        var sources = await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id).OrderBy(s => s.SourceName).ToListAsync(ct);
        var recipients = await db.Set<RequestRecipient>().AsNoTracking().Where(r => r.RequestId == request.Id).OrderBy(r => r.Name).ToListAsync(ct);
        var findings = await vault.FindKeyAsync(db, request.FindingsKey, ct);
        var package = await db.Set<RequestDocument>().AsNoTracking().Where(d => d.RequestId == request.Id && d.MediaType == Package.RequestPackage.MediaType)
            .OrderByDescending(d => d.MadeAt).Select(d => new { d.Sha256, d.Length }).FirstOrDefaultAsync(ct);
        var unsearched = request.Decision == DecisionKind.Refuse ? [] : await Unsearched.OfAsync(db, request, ct);
        var hidden = request.Decision == DecisionKind.Refuse ? [] : RequestAnswer.NotWhole(sources);
        var documents = new RequestAnswer(request, subject, sources, maps, recipients, findings, package?.Sha256, package?.Length ?? 0, conclusion).Documents(reasons);
        return [.. documents.Select(make => (Func<AnswerHead, CultureInfo, ReceiptFacts>)((head, culture) =>
            make(head, culture) is RequestReceiptFacts and not RefusalFacts and var facts ? Dated((RequestReceiptFacts)facts with { NotSearched = unsearched, NotWhole = hidden }, request) : make(head, culture)))];
    }

    /// <summary>What is nowhere but in the file is there as long as the working data.</summary>
    private RequestReceiptFacts Dated(RequestReceiptFacts facts, SubjectRequest request) => facts is RectificationFacts { NotAttached: > 0 } stated
        ? stated with { StatementsUntil = request.Retention(terms).FirstOrDefault(r => r.Stage == RetentionStage.WorkingData)?.EndsOn }
        : facts;

    private async Task IssueAsync(
        PortalDbContext db, Actor actor, SubjectRequest request, SubjectFile subject, Func<AnswerHead, CultureInfo, ReceiptFacts> make, CancellationToken ct)
    {
        // Facts count what has been saved, and the document's line in the log comes after the change that it tells.
        await db.SaveChangesAsync(ct);
        var culture = Languages.Of(request.Language);
        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var facts = make(AnswerHead.Of(request, subject, organisation, culture), culture);
        var issued = await issuer.IssueAsync(db, actor, facts, ct);
        if (facts is RectificationFacts && await vault.FindKeyAsync(db, request.FindingsKey, ct) is { } key)
        {
            db.Add(Own(request, key, issued, ReceiptQueries.FileNameOf(request.Reference, facts.Kind)));
        }
    }

    private static RequestDocument Own(SubjectRequest request, FileKey key, IssuedReceipt issued, string name)
    {
        var id = Guid.CreateVersion7(issued.IssuedAt);
        return new RequestDocument
        {
            Id = id, RequestId = request.Id, FileName = name, MediaType = "application/pdf", Sha256 = issued.Sha256, Length = issued.Content.LongLength,
            MadeAt = issued.IssuedAt, Box = key.Seal($"document/{id:n}", issued.Content),
        };
    }
}

/// <summary>What every document of a request opens with.</summary>
internal sealed record AnswerHead(string Reference, string Language, ReceiptParties Parties, string Identity, string Right, DateOnly ReceivedOn)
{
    public static AnswerHead Of(SubjectRequest request, SubjectFile subject, OrganisationFacts organisation, CultureInfo culture) => new(
        request.Reference,
        request.Language,
        PartiesOf(organisation),
        subject.Identities.Count > 0 ? Masked.Identity(subject.Identities[0].Value) : Masked.Name(subject.Name),
        AnswerText.RightWithArticle.Format(culture, RequestText.Of(request.Right).In(culture), RequestText.Article(request.Right)),
        request.ReceivedOn);

    public static ReceiptParties PartiesOf(OrganisationFacts organisation) => new(
        organisation.ControllerName,
        organisation.Address,
        organisation.DpoName,
        string.Join(", ", new[] { organisation.DpoEmail, organisation.DpoPhone }.Where(c => c.Length > 0)),
        organisation.AuthorityName,
        string.Join(", ", new[] { organisation.AuthorityAddress, organisation.AuthorityWebsite }.Where(c => c.Length > 0)),
        organisation.TimeZone);
}
