using System.Globalization;

namespace PrivacyPortal.Pdf;

/// <summary>
/// Writes a document from top to bottom and turns pages by itself. What is written is out of mind: only the page at hand is kept.
/// </summary>
public sealed partial class Flow
{
    private const double FootRoom = 62;
    private const double RunningHeadRoom = 68;

    private readonly PdfCanvas _canvas;
    private readonly PdfInfo _info;
    private readonly double _margin;
    private readonly List<TextLine> _lines = new(8);

    // Headings, and what introduces a table, wait for what they head: nobody knows before how much room it needs.
    private readonly List<(double Height, Action Draw)> _waiting = [];
    private bool _introduced;
    private readonly string _runningHead;
    private readonly string _runningKicker;
    private double _y;

    internal Flow(PdfCanvas canvas, PdfInfo info)
    {
        _canvas = canvas;
        _info = info;
        _margin = info.Landscape ? 44 : 62;
        _runningHead = Fit(info.Letterhead, Face.Bold, 7.5, Width * 0.45);
        _runningKicker = Fit(info.Kicker, Face.Regular, 7.5, Width * 0.45);
        _canvas.StartPage();
        FirstHead();
    }

    private double Width => _canvas.Width - (2 * _margin);

    private double Limit => _canvas.Height - FootRoom;

    private double Room => Limit - _y;

    private StructureElement Document => _canvas.Structure.Document;

    /// <summary>Leaves a gap; at the end of a page it is swallowed.</summary>
    public Flow Space(double points)
    {
        Begin(0);
        _y = Math.Min(_y + points, Limit);
        return this;
    }

    public Flow PageBreak()
    {
        Begin(0);
        NextPage();
        return this;
    }

    /// <summary>Draws the feet now that the number of pages is known; returns the page tree.</summary>
    internal int Finish()
    {
        Begin(0);
        return _canvas.Finish(Foot);
    }

    private void Foot(int page)
    {
        _canvas.Target = null;
        if (_info.Banner.Length > 0)
        {
            _canvas.Rectangle(0, 6, _canvas.Width, 20, Ink.CriticalGround);
            Line(Fit(_info.Banner, Face.Bold, 9, Width), _margin, 19.5, Face.Bold, 9, Ink.Critical);
        }

        var y = _canvas.Height - 44;
        _canvas.Rectangle(_margin, y - 13, Width, 0.5, Ink.Hairline);
        Line(Fit(_info.Footer, Face.Regular, 7.5, Width * 0.75), _margin, y, Face.Regular, 7.5, Ink.Muted);
        LineToRight(string.Format(CultureInfo.InvariantCulture, _info.PageLabel, page, _canvas.PageCount), y, Face.Regular, 7.5, Ink.Muted);
    }

    /// <summary>The letterhead: whose letter this is, and what.</summary>
    private void FirstHead()
    {
        _canvas.Target = null;
        _canvas.Rectangle(0, 0, _canvas.Width, 6, Ink.Navy);
        _y = 50;
        if (_info.Letterhead.Length == 0)
        {
            return;
        }

        var head = Open(Document, Role.P);
        LineToRight(Fit(_info.Kicker, Face.Regular, 8.5, Width * 0.48), _y, Face.Regular, 8.5, Ink.Muted);
        HeadLines(_info.Letterhead, Face.Bold, 12.5, 16, Ink.Navy);
        _y -= 2;
        HeadLines(_info.LetterheadNote, Face.Regular, 8, 11, Ink.Muted);

        Close(head);
        _canvas.Rectangle(_margin, _y, Width, 0.8, Ink.Navy);
        _y += 22;
    }

    private void HeadLines(string text, Face face, double size, double lead, Ink ink)
    {
        text = Break(text, face, size, Width * 0.5);
        foreach (var line in _lines.Where(line => line.Length > 0))
        {
            Line(text.AsSpan(line.Start, line.Length), _margin, _y, face, size, ink);
            _y += lead;
        }
    }

    /// <summary>What stands at the edge of every page has one line; its full length stands on the first.</summary>
    private string Fit(string text, Face face, double size, double width)
    {
        text = Break(text, face, size, width);
        return _lines.Count == 1 ? text : string.Concat(text.AsSpan(_lines[0].Start, _lines[0].Length), "…");
    }

    private void NextPage()
    {
        var target = _canvas.Target;
        _canvas.StartPage();
        _canvas.Target = null;
        _y = RunningHeadRoom;
        Line(_runningHead, _margin, 40, Face.Bold, 7.5, Ink.Muted);
        LineToRight(_runningKicker, 40, Face.Regular, 7.5, Ink.Muted);
        _canvas.Rectangle(_margin, 48, Width, 0.5, Ink.Hairline);
        _canvas.Target = target;
    }

    /// <summary>
    /// Begins a block whose first part, never split, is that high: it turns the page unless there is room for it and for what heads it, and
    /// writes what waited to head it.
    /// </summary>
    private void Begin(double height)
    {
        if (_waiting.Count == 0)
        {
            Need(height);
            return;
        }

        Need(_waiting.Sum(w => w.Height) + height);
        foreach (var (_, draw) in _waiting)
        {
            draw();
        }

        _waiting.Clear();
        _introduced = false;
    }

    /// <summary>Turns the page unless that much room is left.</summary>
    private void Need(double height)
    {
        if (height > Room)
        {
            NextPage();
        }
    }

    /// <summary>Opens an element and draws into it from here on.</summary>
    private StructureElement Open(StructureElement parent, Role role)
    {
        var element = _canvas.Structure.Add(parent, role);
        _canvas.Target = element;
        return element;
    }

    private void Close(StructureElement element)
    {
        _canvas.Structure.Close(element);
        _canvas.Target = null;
    }

    private void Line(ReadOnlySpan<char> text, double x, double baseline, Face face, double size, Ink ink) =>
        _canvas.Text(text, x, baseline, face, size, ink);

    private void LineToRight(ReadOnlySpan<char> text, double baseline, Face face, double size, Ink ink) =>
        Line(text, _margin + Width - TextMeasure.Width(text, face, size), baseline, face, size, ink);
}
