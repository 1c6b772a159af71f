using QRCoder;

namespace PrivacyPortal.Pdf;

/// <summary>How loud a notice is; always beside words, never colour alone (WCAG 1.4.1).</summary>
public enum Tone
{
    Neutral,
    Good,
    Warning,
    Critical,
}

/// <content>Boxes: notices, and panels with a code to scan.</content>
public sealed partial class Flow
{
    private const double PanelLabelWidth = 76;

    /// <summary>A hash of 64 digits fits on one line.</summary>
    private const double PanelFactSize = 6.7;

    /// <summary>A box that must not be overlooked. Longer than the page, it goes on on the next.</summary>
    public Flow Notice(Tone tone, string title, string text)
    {
        const double Padding = 10;
        const double Indent = 16;
        const double TitleHeight = 16;
        var (ink, ground) = Colours(tone);
        var lead = Lead(9.5);
        text = Break(text, Face.Regular, 9.5, Width - Indent - Padding);
        Begin(TitleHeight + (Math.Min(_lines.Count, LinesKeptTogether) * lead) + (2 * Padding));
        var box = Open(Document, Role.Div);
        var heading = _canvas.Structure.Add(box, Role.P);
        var body = _canvas.Structure.Add(box, Role.P);
        for (var from = 0; from < _lines.Count;)
        {
            var top = from == 0 ? TitleHeight : 0;
            var take = Math.Min(_lines.Count - from, Math.Max(1, (int)((Room - top - (2 * Padding)) / lead)));
            var height = top + (take * lead) + (2 * Padding);
            _canvas.Target = null;
            _canvas.Rectangle(_margin, _y, Width, height, ground);
            _canvas.Rectangle(_margin, _y, 3, height, ink);
            if (from == 0)
            {
                _canvas.Target = heading;
                Line(TextMeasure.Prepare(title), _margin + Indent, _y + Padding + 9.5, Face.Bold, 9.5, ink);
            }

            var bottom = _y + height;
            _y += Padding + top;
            _canvas.Target = body;
            foreach (var line in _lines.Skip(from).Take(take))
            {
                Line(text.AsSpan(line.Start, line.Length), _margin + Indent, Baseline(9.5), Face.Regular, 9.5, Ink.Text);
                _y += lead;
            }

            _y = bottom;
            from += take;
            if (from < _lines.Count)
            {
                NextPage();
            }
        }

        _canvas.Structure.Close(heading);
        _canvas.Structure.Close(body);
        Close(box);
        return Space(12);
    }

    /// <summary>
    /// A panel with a QR code that leads to <paramref name="url"/>, the address in letters, and facts beside it. Never split.
    /// </summary>
    public Flow CodePanel(string url, string alternative, string title, string text, params IReadOnlyList<Fact> facts)
    {
        const double Padding = 12;
        const double CodeSize = 92;
        var x = _margin + CodeSize + (2 * Padding);
        var width = Width - CodeSize - (3 * Padding);
        var height = Math.Max(CodeSize, PanelTextHeight(url, text, facts, width)) + (2 * Padding);
        Begin(6 + height);
        _y += 6;
        var top = _y;
        _canvas.Target = null;
        _canvas.Rectangle(_margin, top, Width, height, Ink.Ground);
        _canvas.Rectangle(_margin, top, Width, 0.9, Ink.Navy);

        var figure = Open(Document, Role.Figure);
        figure.Extra.Ascii("/Alt ").Utf16(alternative).Ascii("/A<</O/Layout/Placement/Block/BBox[")
            .Number(_margin + Padding).Number(_canvas.Height - top - Padding - CodeSize)
            .Number(_margin + Padding + CodeSize).Number(_canvas.Height - top - Padding).Ascii("]>>");
        _canvas.Rectangles(Modules(url, _margin + Padding, top + Padding, CodeSize), Ink.Black);
        Close(figure);

        _y = top + Padding - 3;
        var heading = Open(Document, Role.P);
        Line(TextMeasure.Prepare(title), x, Baseline(10), Face.Bold, 10, Ink.Navy);
        Close(heading);
        _y += Lead(10) + 1;
        var paragraph = Open(Document, Role.P);
        text = Break(text, Face.Regular, 8.5, width);
        Lines(text, x, Face.Regular, 8.5, Ink.Text);
        Link(paragraph, url, alternative, x, width, 8.5);
        Close(paragraph);
        _y += 4;
        foreach (var fact in facts)
        {
            PanelFact(fact, x, width);
        }

        _y = top + height;
        return Space(10);
    }

    private static (Ink Ink, Ink Ground) Colours(Tone tone) => tone switch
    {
        Tone.Neutral => (Ink.Navy, Ink.Ground),
        Tone.Good => (Ink.Good, Ink.GoodGround),
        Tone.Warning => (Ink.Warning, Ink.WarningGround),
        Tone.Critical => (Ink.Critical, Ink.CriticalGround),
    };

    /// <summary>The dark modules, neighbours in a row joined. The quiet zone is the panel's own ground.</summary>
    private static List<(double X, double Y, double Width, double Height)> Modules(string payload, double x, double y, double size)
    {
        const int QuietZone = 4;
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var count = matrix.Count - (2 * QuietZone);
        var unit = size / count;
        var modules = new List<(double, double, double, double)>();
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var start = column;
                while (column < count && matrix[row + QuietZone][column + QuietZone])
                {
                    column++;
                }

                if (column > start)
                {
                    // A hair of overlap, or viewers show seams between the rows.
                    modules.Add((x + (start * unit), y + (row * unit), (column - start) * unit, unit + 0.04));
                }
            }
        }

        return modules;
    }

    private double PanelTextHeight(string url, string text, IReadOnlyList<Fact> facts, double width)
    {
        var height = Lead(10) + 2.0;
        foreach (var part in (string[])[text, url])
        {
            Break(part, Face.Regular, 8.5, width);
            height += _lines.Count * Lead(8.5);
        }

        foreach (var fact in facts)
        {
            Break(fact.Value, fact.Face, PanelFactSize, width - PanelLabelWidth);
            height += _lines.Count * Lead(PanelFactSize);
        }

        return height;
    }

    private void PanelFact(Fact fact, double x, double width)
    {
        var paragraph = Open(Document, Role.P);
        Line(TextMeasure.Prepare(fact.Label), x, Baseline(PanelFactSize), Face.Regular, PanelFactSize, Ink.Muted);
        var value = Break(fact.Value, fact.Face, PanelFactSize, width - PanelLabelWidth);
        Lines(value, x + PanelLabelWidth, fact.Face, PanelFactSize, Ink.Text);
        Close(paragraph);
    }
}
