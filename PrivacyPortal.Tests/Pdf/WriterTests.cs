using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Tests.Pdf;

public sealed class WriterTests
{
    private static readonly PdfInfo Info = new("A title", "An author", "en-GB", new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero))
    {
        Letterhead = "Maison Exemple",
        LetterheadNote = "12 rue de l’Église\n67000 Strasbourg",
        Kicker = "Receipt · DSR-2026-000123",
        Footer = "Maison Exemple",
        PageLabel = "Page {0} of {1}",
    };

    private static byte[] Render(Action<Flow> compose) => PdfDocument.Render(Info, compose);

    [Fact]
    public void A_document_with_everything_in_it_is_well_formed()
    {
        var pdf = PdfDocument.Render(Info with { Attachments = [new("facts.json", "application/json", "{\"a\":\"é\"}"u8.ToArray(), "Facts")] }, Sample.Everything);
        Assert.Contains("No syntax or stream encoding errors", PdfTools.Check(pdf), StringComparison.Ordinal);
        Assert.Contains("{\"a\":\"é\"}", PdfTools.Attachment(pdf, "facts.json"), StringComparison.Ordinal);
        var info = PdfTools.Info(pdf);
        Assert.Contains("Tagged:          yes", info, StringComparison.Ordinal);
        Assert.Contains("A title", info, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_any_European_language_can_be_copied_as_it_was_written()
    {
        string[] texts = ["Élégie à Noël, œuvre ; 1 234,56 €", "Ελληνικά Γιώργος Παπαδόπουλος", "Иван Щербаков", "Nguyễn Thị Ánh Tuyết", "Łukasz Żółkiewski, Dvořáková"];
        var text = PdfTools.Text(Render(flow => flow.Bullets(texts)));
        Assert.All(texts, expected => Assert.Contains(expected.Replace('\u202f', ' ').Replace('\u00a0', ' '), text.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_stands_on_the_page_of_what_it_heads_whatever_that_is()
    {
        Column[] columns = [new("System", 1), new("What", 3)];
        string[] row = ["first row", string.Join(' ', Enumerable.Repeat("a text that fills several lines of its cell", 12))];
        Action<Flow>[] headed =
        [
            flow => flow.Table(columns, [row]),
            flow => flow.Paragraph("Introduced in a few words.").Table(columns, [row]),
            flow => flow.Facts(new Fact("first row", row[1])),
            flow => flow.Notice(Tone.Neutral, "first row", row[1]),
            flow => flow.Subheading("Within").Bullets(["first row"]),
        ];
        foreach (var (body, above) in headed.SelectMany(_ => Enumerable.Range(0, 24), (body, step) => (body, 500 + (step * 8))))
        {
            var pages = PdfTools.Text(Render(flow => body(flow.Space(above).Heading("What it heads")))).Split('\f');
            Assert.Single(pages, page => page.Contains("What it heads", StringComparison.Ordinal) && page.Contains("first row", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_letter_with_its_mark_written_apart_reads_as_one()
    {
        Assert.Contains("Zoé", PdfTools.Text(Render(flow => flow.Paragraph("Zoe\u0301"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_Arabic_Hebrew_and_Hindi_are_embedded_and_can_be_copied()
    {
        var pdf = Render(flow => flow.Bullets(["张伟在巴黎", "مرحبا بالعالم 123", "שלום עולם", "नमस्ते दुनिया"]));
        var fonts = PdfTools.Fonts(pdf);
        Assert.Contains("NotoSansSC", fonts, StringComparison.Ordinal);
        Assert.Contains("NotoSansArabic", fonts, StringComparison.Ordinal);
        Assert.Contains("NotoSansHebrew", fonts, StringComparison.Ordinal);
        Assert.DoesNotContain(" no ", fonts.Split('\n')[2], StringComparison.Ordinal);
        var text = PdfTools.Text(pdf);
        Assert.Contains("张伟在巴黎", text, StringComparison.Ordinal);
        Assert.Contains("नमस्ते", text, StringComparison.Ordinal);
        Assert.Contains("שלום", text, StringComparison.Ordinal);
        Assert.Contains("مرحبا", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_without_a_glyph_is_shown_as_its_code_point()
    {
        (string Text, string Shown)[] cases =
        [
            ("party 🎉!", "party [U+1F389]!"),
            ("a\u0007b", "a[U+0007]b"),
            ("half \uD83D pair", "half [U+D83D] pair"),
            ("zero\u200Bwidth", "zero[U+200B]width"),
            ("turned \u202Eback", "turned [U+202E]back"),
            ("\uFEFFmarked", "[U+FEFF]marked"),
            ("한", "[U+D55C]"),
        ];
        var copied = PdfTools.Text(Render(flow => flow.Bullets(cases.Select(c => c.Text))));
        Assert.All(cases, c => Assert.Contains(c.Shown, copied, StringComparison.Ordinal));
    }

    [Fact]
    public void A_character_without_a_glyph_is_shown_inside_shaped_text_too()
    {
        var text = PdfTools.Text(Render(flow => flow.Paragraph("नम🎉स्ते")));
        Assert.Contains("[U+1F389]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_tells_its_number_and_how_many_there_are()
    {
        var pdf = Render(flow => flow.Table([new("Number", 1), new("Text", 3)], Enumerable.Range(1, 120).Select(i => (string[])[i.ToString(CultureInfo.InvariantCulture), "row"])));
        var pages = PdfTools.Text(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 2);
        Assert.All(pages.Index(), page => Assert.Contains($"Page {page.Index + 1} of {pages.Length}", page.Item, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("Number", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_is_one_table_for_screen_readers_however_many_pages_it_has()
    {
        var structure = PdfTools.Structure(Render(flow => flow.Title("T").Table([new("Head", 1)], Enumerable.Repeat((string[])["cell"], 100))));
        Assert.Single(structure.Split("Table").Skip(1), part => part.Contains("THead", StringComparison.Ordinal));
        Assert.Equal(2, structure.Split("\"Head\"").Length);
        Assert.Equal(101, structure.Split("\"cell\"").Length);
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_written_whole_over_many_pages_in_linear_time()
    {
        var text = new StringBuilder(10_000_000);
        while (text.Length < 9_999_900)
        {
            text.Append("all work and no play makes Jack a dull boy, ");
        }

        var watch = Stopwatch.StartNew();
        var pdf = Render(flow => flow.Table([new("Number", 1), new("Content", 4)], [["1", text + "FINIS"], ["2", "after"]]));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        var last = PdfTools.LastPages(pdf);
        Assert.Contains("FINIS", last, StringComparison.Ordinal);
        Assert.Contains("after", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken_and_loses_nothing()
    {
        var token = string.Concat(Enumerable.Range(0, 500).Select(i => (char)('a' + (i % 26))));
        var text = PdfTools.Text(Render(flow => flow.Facts(new Fact("Token", token))));
        Assert.Contains(token, string.Concat(text.Where(char.IsAsciiLetterLower)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_of_the_sender_is_shown_whole_once_and_never_runs_into_the_rest()
    {
        const string Name = "Fédération nationale interprofessionnelle des producteurs, transformateurs et distributeurs de légumineuses de l’Est";
        var pdf = PdfDocument.Render(Info with { Letterhead = Name, Footer = Name + " · " + Name }, flow => flow.Title(string.Join(' ', Enumerable.Repeat("a title without end", 300))).PageBreak().Paragraph("x"));
        var words = string.Join(' ', PdfTools.Text(pdf).Split((char[])[' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("distributeurs de légumineuses de l’Est", words.Replace("Receipt · DSR-2026-000123 ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(300, words.Split("without").Length - 1);
        Assert.Contains("…", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_written_so_that_it_cannot_end_early()
    {
        var unpacked = PdfTools.Unpacked(Render(flow => flow.Link("https://example.org/a(b)\\c?é=1", "link")));
        Assert.Contains("(https://example.org/a%28b%29/c?%C3%A9=1)", unpacked, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_input_gives_equal_bytes()
    {
        Assert.Equal(Render(Sample.Everything), Render(Sample.Everything));
    }

    [Fact]
    public void Any_text_at_all_gives_a_well_formed_file()
    {
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<string[]>(texts =>
        {
            var safe = texts.Select(text => text ?? "").ToArray();
            var pdf = Render(flow => flow.Title(string.Concat(safe)).Table([new("x", 1), new("y", 2)], safe.Select(text => (string[])[text, text + "\u0301 א"])));
            Assert.Equal("%%EOF\n"u8, pdf.AsSpan(pdf.Length - 6));
        }));
        foreach (var nasty in (string[])["", "\n\n", "\u0301", "\u200D", "a\u200D", "א\u0301ב 12 ג!", "\uDC00\uD800", "e\u0301\uD800", ")>>endobj", "<script>", "ｶﾞ"])
        {
            PdfTools.Check(Render(flow => flow.Title(nasty).Paragraph(nasty).Facts(new Fact(nasty, nasty)).Notice(Tone.Good, nasty, nasty).Bullets([nasty])));
        }
    }

    [Fact]
    public void A_signature_covers_every_byte_but_its_own()
    {
        byte[]? signed = null;
        var pdf = PdfDocument.Render(Info, Sample.Everything, new PdfSignature("Signer", "Reason", 64, content => (signed = content)[..64]));
        Assert.Equal(pdf.Length - (2 * 64) - 2, signed!.Length);
        PdfTools.Check(pdf);
        Assert.Throws<InvalidOperationException>(() => PdfDocument.Render(Info, Sample.Everything, new PdfSignature("S", "", 8, content => content[..9])));
    }
}
