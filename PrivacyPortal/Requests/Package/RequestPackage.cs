using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests.Package;

/// <summary>
/// Makes the copy that answers an access (art. 15(3)): report.pdf, data.json, one CSV file per table and a page that opens offline; or the data to
/// be carried away (art. 20): JSON and CSV of what that right covers, and nothing else. Either is a ZIP that is kept sealed under a key of its own, because it ends before the findings. Rows are read box by box from what was reviewed, not from the source.
/// </summary>
public sealed class RequestPackage(ReceiptIssuer issuer, KeyVault vault, SourceMapsReader maps, TimeProvider clock)
{
    internal const string MediaType = "application/zip";

    /// <summary>The report stays readable; the CSV files hold every row.</summary>
    private const int MostReportRows = 500;

    /// <summary>Within the caller's transaction. A package that was made before gives way to this one.</summary>
    internal async Task MakeAsync(PortalDbContext db, Actor actor, SubjectRequest request, CancellationToken ct)
    {
        var key = await vault.FindKeyAsync(db, request.Id, ct) ?? throw new InvalidOperationException("The file's key is gone.");
        var findings = await vault.FindKeyAsync(db, request.FindingsKey, ct) ?? throw new InvalidOperationException("The findings' key is gone.");
        var all = await maps(db, ct);

        // A source in which nothing was found may have been removed since.
        var sources = (await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id).OrderBy(s => s.SourceName).ToListAsync(ct))
            .FindAll(s => all.Any(a => a.Id == s.SourceId));
        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var (subject, culture) = (SubjectFile.Open(key, request.Sealed), Languages.Of(request.Language));
        var portable = request.Right == SubjectRight.Portability;
        var tables = PackageTable.Apart(sources.SelectMany(s => Tables(db, s, all, findings, portable))).ToList();
        var processing = portable ? [] : sources.SelectMany(s => Processing(s, all, culture)).ToList();
        var parties = AnswerHead.Of(request, subject, organisation, culture);
        var head = new PackageHead(
            request.Reference, organisation.ControllerName, subject.Name, request.ReceivedOn, clock.GetUtcNow(), culture, parties.Parties.DpoContact,
            parties.Parties.Authority, processing, Said(processing, p => p.Automated, culture), [.. Abroad(sources, all, culture), .. Said(processing, p => p.Transfers, culture)], sources.Where(s => s.ThirdPartyRows > 0).ToDictionary(s => s.SourceName, s => s.ThirdPartyRows));

        var (notSearched, notWhole) = (await Unsearched.OfAsync(db, request, ct), RequestAnswer.NotWhole(sources));
        head = head with { Missing = [.. notSearched.Select(system => PackageText.NotSearched.Format(culture, system)), .. notWhole.Select(table => PackageText.NotWhole.Format(culture, table))] };
        var report = portable ? null : await issuer.IssueAsync(db, actor, new AccessReportFacts
        {
            Reference = request.Reference, Language = request.Language, Parties = parties.Parties, MaskedIdentity = parties.Identity, Right = parties.Right,
            ReceivedOn = request.ReceivedOn,
            Processing = [.. processing.Select(p => new ProcessingFacts(
                p.Source, $"{p.Title} ({string.Join(", ", p.Categories)})", p.Purpose, p.LegalBasis, p.Recipients, p.Retention, p.Origin, p.Hosting))],
            AutomatedDecisions = head.Automated,
            Transfers = head.Transfers,
            Withheld = RequestAnswer.Withheld(sources, findings, culture),
            NotSearched = notSearched,
            NotWhole = notWhole,
            Tables = tables.Select(t => Report(t, culture)),
        }, ct);

        var zip = Zip(head, tables, await ExportsAsync(db, request, sources, all, findings, portable, ct), report?.Content);
        foreach (var before in await db.Set<RequestDocument>().Where(d => d.RequestId == request.Id && d.MediaType == MediaType).Select(d => d.Id).ToListAsync(ct))
        {
            await vault.DestroyKeyAsync(db, before, ct);
        }

        await db.Set<RequestDocument>().Where(d => d.RequestId == request.Id && d.MediaType == MediaType).ExecuteDeleteAsync(ct);
        var id = Guid.CreateVersion7(head.MadeAt);
        var document = new RequestDocument
        {
            Id = id, RequestId = request.Id, FileName = $"{request.Reference}-package.zip", MediaType = MediaType, Length = zip.LongLength, MadeAt = head.MadeAt,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(zip)), Box = vault.CreateKey(db, id).Seal($"document/{id:n}", zip),
        };
        db.Add(document);
        await db.SaveChangesAsync(ct);
    }

    private static byte[] Zip(PackageHead head, IReadOnlyList<PackageTable> tables, IReadOnlyList<(string Name, byte[] Content)> exports, byte[]? report)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (report is not null)
            {
                Entry("report.pdf", stream => stream.Write(report));
                Entry("index.html", stream => PackageHtml.Write(stream, head, tables, exports.Select(e => e.Name)));
            }

            Entry("data.json", stream => PackageJson.Write(stream, head, tables));
            foreach (var table in tables)
            {
                Entry(table.CsvName, stream => PackageCsv.Write(stream, table));
            }

            foreach (var export in exports)
            {
                Entry(export.Name, stream => stream.Write(export.Content));
            }

            void Entry(string name, Action<Stream> write)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = head.MadeAt;
                using var stream = entry.Open();
                write(stream);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The copies that came with searches by hand, of the sources that the DPO releases.</summary>
    private static async Task<IReadOnlyList<(string Name, byte[] Content)>> ExportsAsync(
        PortalDbContext db, SubjectRequest request, IReadOnlyList<RequestSource> sources, IReadOnlyList<RequestableSource> all, FileKey findings, bool portable, CancellationToken ct)
    {
        var files = new List<(string, byte[])>();
        foreach (var source in sources)
        {
            if (all.FirstOrDefault(s => s.Id == source.SourceId)?.Map.Tables is not [var table, ..] || !Releases.Of(source, findings).Shows(table.Name, Verdict.Subject) || (portable && !table.Fields.All(f => !f.Personal || Portable.Covers(table, f.Name))))
            {
                continue;
            }

            var exports = await db.Set<RequestDocument>().AsNoTracking().Where(d => d.RequestId == request.Id && d.SourceId == source.SourceId && d.Kind == DocumentKind.Export).ToListAsync(ct);
            files.AddRange(exports.Select(e => ($"files/{PackageTable.Slug(source.SourceName)}-{files.Count + 1}{Path.GetExtension(e.FileName)}", findings.Open(e.Place, e.Box))));
        }

        return files;
    }

    private static IEnumerable<PackageTable> Tables(PortalDbContext db, RequestSource source, IReadOnlyList<RequestableSource> all, FileKey key, bool portable)
    {
        var map = all.First(s => s.Id == source.SourceId).Map;
        var releases = Releases.Of(source, key);
        foreach (var name in source.ReadSummary().Tables.Select(t => t.Table).Distinct())
        {
            // Context is about things, not about the subject: nobody carries it away.
            var table = map.Find(name)!;
            var rows = Rows(db, source, name, releases, key, withContext: !portable);
            var (count, columns) = (0, new List<string>());
            foreach (var row in rows)
            {
                count++;
                columns.AddRange(row.Select(f => f.Name).Where(f => !portable || Portable.Covers(table, f)).Except(columns));
            }

            if (count > 0 && columns.Count > 0)
            {
                yield return new PackageTable(source.SourceName, table, columns, count, rows.Select(row => Projected(row, columns)));
            }
        }
    }

    // Context and the subject's own rows of one table do not show the same fields.
    private static IReadOnlyList<FoundField> Projected(IReadOnlyList<FoundField> row, List<string> columns) =>
        row.Select(f => f.Name).SequenceEqual(columns) ? row : [.. columns.Select(c => row.FirstOrDefault(f => f.Name == c) ?? new FoundField(c, null))];

    private static IEnumerable<IReadOnlyList<FoundField>> Rows(PortalDbContext db, RequestSource source, string table, Releases releases, FileKey key, bool withContext) =>
        db.Set<RequestRows>().AsNoTracking()
            .Where(r => r.RequestId == source.RequestId && r.SourceId == source.SourceId && r.StepId == source.SearchStep && r.Token == source.SearchToken && r.Table == table && (withContext || r.Verdict != Verdict.Context))
            .OrderBy(r => r.Ordinal).AsEnumerable()
            .SelectMany(box => box.Open(key)).Select(releases.Shown).OfType<IReadOnlyList<FoundField>>();

    private static ReportTable Report(PackageTable table, CultureInfo culture) => new(
        table.Source,
        table.Count > MostReportRows ? PackageText.FirstRecords.Format(culture, table.Title, MostReportRows, table.Count) : table.Title,
        [.. table.Columns.Select(table.Heading)],
        table.Rows.Take(MostReportRows).Select(row => (IReadOnlyList<string>)[.. row.Select(f => f is { Withheld: true, Value: null } ? PackageText.FieldWithheld.In(culture) : CellText.Of(f.Value))]));

    /// <summary>The systems outside the EEA, with where they are and on what that rests (art. 15(2)).</summary>
    private static IEnumerable<string> Abroad(List<RequestSource> sources, IReadOnlyList<RequestableSource> all, CultureInfo culture) =>
        from source in sources
        let known = all.First(a => a.Id == source.SourceId)
        where source.Rows > 0 && known.Map.HostingRegion is { } region && !HostingRule.Accepts(HostingPolicy.Eea, region)
        let place = HostingName.Of(known.Map.HostingRegion!).In(culture)
        select PackageText.SaidOf.Format(culture, source.SourceName, known.TransferSafeguard is { } safeguard ? $"{place}. {safeguard}" : place);

    private static IReadOnlyList<string> Said(IEnumerable<PackageProcessing> processing, Func<PackageProcessing, string> fact, CultureInfo culture) =>
        [.. processing.Where(p => fact(p).Length > 0).Select(p => PackageText.SaidOf.Format(culture, p.Title, fact(p))).Distinct()];

    private static IEnumerable<PackageProcessing> Processing(RequestSource source, IReadOnlyList<RequestableSource> all, CultureInfo culture)
    {
        var map = all.First(s => s.Id == source.SourceId).Map;
        foreach (var table in source.ReadSummary().Tables.Where(t => t.Verdict != Verdict.Context).Select(t => map.Find(t.Table)).OfType<TableMap>().Distinct())
        {
            // A field may have facts of its own; those of a table hold for the others.
            var groups = table.Fields.Where(f => f.Personal).GroupBy(f => (
                Purpose: f.Purpose ?? table.Purpose ?? "", Basis: f.LegalBasis ?? table.LegalBasis ?? "", Retention: f.Retention ?? table.Retention ?? "",
                Origin: f.Source ?? table.Source ?? "", Recipients: string.Join(", ", f.Recipients.Count > 0 ? f.Recipients : table.Recipients)));
            foreach (var group in groups)
            {
                yield return new PackageProcessing(
                    source.SourceName, table.Title ?? table.Name, [.. group.Select(f => CategoryText.Of(f.Category ?? f.Identity ?? "").In(culture)).Distinct()],
                    group.Key.Purpose, MapWordText.Basis(group.Key.Basis, culture), Article15.SaysNone(group.Key.Recipients) ? PackageText.NoRecipient.In(culture) : group.Key.Recipients,
                    group.Key.Retention, Article15.SaysThePerson(group.Key.Origin) ? PackageText.FromYou.In(culture) : group.Key.Origin,
                    map.HostingRegion is { } region ? HostingName.Of(region).In(culture) : "", Unless(table.AutomatedDecisions), Unless(table.Transfers));
            }
        }
    }

    private static string Unless(string? said) => Article15.SaysNone(said) ? "" : said ?? "";
}
