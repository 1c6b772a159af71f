namespace PrivacyPortal.Pdf;

/// <content>Headings, paragraphs, lists, links.</content>
public sealed partial class Flow
{
    private const double BodySize = 10;

    /// <summary>A longer text under a heading stands by itself.</summary>
    private const int LinesOfIntroduction = 4;

    /// <summary>The title of the document; once.</summary>
    public Flow Title(string text) => Heading(text, Role.H1, 21, Ink.Navy, before: 0, after: 7);

    /// <summary>A heading of a part; it stays with what follows.</summary>
    public Flow Heading(string text) => Heading(text, Role.H2, 13, Ink.Navy, before: 14, after: 5);

    /// <summary>A heading within a part.</summary>
    public Flow Subheading(string text) => Heading(text, Role.H3, 10.5, Ink.Text, before: 10, after: 4);

    public Flow Paragraph(string text) => Paragraph(text, Face.Regular, BodySize, Ink.Text, after: 8);

    /// <summary>The first sentence, a little larger: what the document says in one breath.</summary>
    public Flow Lead(string text) => Paragraph(text, Face.Regular, 11, Ink.Text, after: 10);

    /// <summary>Remarks that need not be read first.</summary>
    public Flow Small(string text) => Paragraph(text, Face.Regular, 8.5, Ink.Muted, after: 6);

    public Flow Bullets(IEnumerable<string> items)
    {
        const double Indent = 14;
        var lead = Lead(BodySize);
        Begin(2 * lead);
        var list = Open(Document, Role.L);
        foreach (var item in items)
        {
            var text = Break(item, Face.Regular, BodySize, Width - Indent);
            Need(Math.Min(_lines.Count, 2) * lead);
            var element = Open(list, Role.LI);
            var label = Open(element, Role.Lbl);
            Line("•", _margin + 2, Baseline(BodySize), Face.Regular, BodySize, Ink.Navy);
            Close(label);
            var body = Open(element, Role.LBody);
            Lines(text, _margin + Indent, Face.Regular, BodySize, Ink.Text);
            Close(body);
            Close(element);
            _y += 3;
        }

        Close(list);
        _y += 7;
        return this;
    }

    /// <summary>A line that leads to an address, which is written out so that it is of use on paper too.</summary>
    public Flow Link(string url, string description)
    {
        Begin(Lead(BodySize));
        var paragraph = Open(Document, Role.P);
        Link(paragraph, url, description, _margin, Width, BodySize);
        Close(paragraph);
        _y += 8;
        return this;
    }

    /// <summary>
    /// Short texts side by side, each under a small heading, such as the parties of a letter; on the next page, if what follows in the next
    /// <paramref name="keptWith"/> points would not fit below them.
    /// </summary>
    public Flow Blocks(IReadOnlyList<(string Heading, string Text)> blocks, double keptWith = 0)
    {
        const double Gap = 22;
        const double Size = 8.5;
        const double HeadingSize = 8;
        var width = (Width - (Gap * (blocks.Count - 1))) / blocks.Count;
        var headings = 0.0;
        var height = 0.0;
        foreach (var (heading, text) in blocks)
        {
            Break(heading, Face.Bold, HeadingSize, width);
            headings = Math.Max(headings, _lines.Count * Lead(HeadingSize));
            Break(text, Face.Regular, Size, width);
            height = Math.Max(height, _lines.Count * Lead(Size));
        }

        Begin(headings + height + 14 + keptWith);
        var top = _y;
        for (var i = 0; i < blocks.Count; i++)
        {
            var x = _margin + (i * (width + Gap));
            _y = top;
            var heading = Open(Document, Role.P);
            Lines(Break(blocks[i].Heading, Face.Bold, HeadingSize, width), x, Face.Bold, HeadingSize, Ink.Navy);
            Close(heading);
            _y = top + headings + 2;
            var body = Open(Document, Role.P);
            Lines(Break(blocks[i].Text, Face.Regular, Size, width), x, Face.Regular, Size, Ink.Text);
            Close(body);
        }

        _y = top + headings + height + 14;
        return this;
    }

    private static double Lead(double size) => size * 1.5;

    private double Baseline(double size) => _y + (size * 1.12);

    private Flow Heading(string text, Role role, double size, Ink ink, double before, double after)
    {
        text = TextMeasure.Prepare(text);
        var lines = new List<TextLine>();
        LineBreaker.Break(text, Face.Bold, size, Width, lines);
        var lead = size * 1.25;
        _waiting.Add((before + (lines.Count * lead) + after, Draw));
        return this;

        void Draw()
        {
            _y = Math.Min(_y + before, Limit);
            if (role != Role.H3)
            {
                _canvas.Bookmark(text.Replace('\n', ' '), role == Role.H1 ? 1 : 2, _y);
            }

            var heading = Open(Document, role);
            foreach (var line in lines)
            {
                Need(lead);
                Line(text.AsSpan(line.Start, line.Length), _margin, _y + size, Face.Bold, size, ink);
                _y += lead;
            }

            Close(heading);
            _y += after;
        }
    }

    private Flow Paragraph(string text, Face face, double size, Ink ink, double after)
    {
        text = TextMeasure.Prepare(text);
        var lines = new List<TextLine>();
        LineBreaker.Break(text, face, size, Width, lines);
        if (_waiting.Count > 0 && !_introduced && lines.Count <= LinesOfIntroduction)
        {
            // A few words under a heading introduce what follows: they wait with it.
            _introduced = true;
            _waiting.Add(((lines.Count * Lead(size)) + after, Draw));
            return this;
        }

        Begin(Math.Min(lines.Count, 2) * Lead(size));
        Draw();
        return this;

        void Draw()
        {
            var paragraph = Open(Document, Role.P);
            Lines(text, lines, _margin, face, size, ink);
            Close(paragraph);
            _y = Math.Min(_y + after, Limit);
        }
    }

    /// <summary>Breaks into <see cref="_lines"/>; returns the text that their places are in.</summary>
    private string Break(string text, Face face, double size, double width)
    {
        text = TextMeasure.Prepare(text);
        LineBreaker.Break(text, face, size, width, _lines);
        return text;
    }

    /// <summary>Draws <see cref="_lines"/> from here down, over as many pages as they take.</summary>
    private void Lines(string text, double x, Face face, double size, Ink ink) => Lines(text, _lines, x, face, size, ink);

    private void Lines(string text, List<TextLine> lines, double x, Face face, double size, Ink ink)
    {
        var lead = Lead(size);
        foreach (var line in lines)
        {
            Need(lead);
            Line(text.AsSpan(line.Start, line.Length), x, Baseline(size), face, size, ink);
            _y += lead;
        }
    }

    private void Link(StructureElement parent, string url, string description, double x, double width, double size)
    {
        var text = Break(url, Face.Regular, size, width);
        var link = Open(parent, Role.Link);
        foreach (var line in _lines)
        {
            var part = text.AsSpan(line.Start, line.Length);
            Need(Lead(size));
            Line(part, x, Baseline(size), Face.Regular, size, Ink.Navy);
            _canvas.Link(link, url, description, x, _y, TextMeasure.Width(part, Face.Regular, size), Lead(size));
            _y += Lead(size);
        }

        Close(link);
        _canvas.Target = parent;
    }
}
