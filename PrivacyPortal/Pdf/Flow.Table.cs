namespace PrivacyPortal.Pdf;

/// <summary>A column of a table. Widths are shares of the page's.</summary>
public sealed record Column(string Title, double Share, Face Face = Face.Regular, bool ToRight = false);

/// <summary>A line of a grid of facts: what it is, and what it says.</summary>
public readonly record struct Fact(string Label, string Value, Face Face = Face.Regular);

/// <content>Tables and grids.</content>
public sealed partial class Flow
{
    private const double LineHeight = 1.42;

    /// <summary>A row up to this many lines moves to the next page whole; a longer one is split where the page ends.</summary>
    private const int LinesKeptTogether = 10;
    private const int LinesBegun = 4;

    /// <summary>Labels left, values right. Labels are row headers for screen readers.</summary>
    public Flow Facts(params IEnumerable<Fact> facts)
    {
        const double LabelWidth = 150;
        StructureElement? table = null, body = null;
        var label = new Cell(Role.TH, _margin, LabelWidth - 12, Face.Regular, 9, Ink.Muted);
        foreach (var fact in facts)
        {
            var value = new Cell(Role.TD, _margin + LabelWidth, Width - LabelWidth, fact.Face, fact.Face == Face.Mono ? 8.2 : 9.5, Ink.Text);
            label.Set(fact.Label);
            value.Set(fact.Value);
            if (table is null || body is null)
            {
                Begin(Beginning([label, value], padding: 3.8));
                table = Open(Document, Role.Table);
                body = Open(table, Role.TBody);
            }

            Row(body, [label, value], padding: 3.8, null);
        }

        if (table is not null && body is not null)
        {
            _canvas.Structure.Close(body);
            Close(table);
        }

        return Space(10);
    }

    /// <summary>
    /// A table of any length: rows are taken one by one and written at once, the head is repeated on every page, a row longer than a
    /// page goes on on the next.
    /// </summary>
    public Flow Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows, double size = 8.5)
    {
        const double Gap = 10;
        var share = (Width + Gap) / columns.Sum(column => column.Share);
        var x = _margin;
        var heads = new Cell[columns.Count];
        var cells = new Cell[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var width = (column.Share * share) - Gap;
            heads[i] = new Cell(Role.TH, x, width, Face.Bold, size - 0.5, Ink.Navy, column.ToRight);
            heads[i].Set(column.Title);
            cells[i] = new Cell(Role.TD, x, width, column.Face, column.Face == Face.Mono ? size - 0.7 : size, Ink.Text, column.ToRight);
            x += width + Gap;
        }

        // The head stands above a row: never alone where the page ends.
        using var next = rows.GetEnumerator();
        var more = Fill();
        Begin(Height(heads) + 1 + Math.Max(4 * size * LineHeight, Beginning(cells, padding: 4)));
        var table = Open(Document, Role.Table);
        var head = Open(table, Role.THead);
        Head(heads, head);
        _canvas.Structure.Close(head);
        var body = Open(table, Role.TBody);
        for (; more; more = Fill())
        {
            Row(body, cells, padding: 4, () => Head(heads, null));
        }

        _canvas.Structure.Close(body);
        Close(table);
        return Space(14);

        bool Fill()
        {
            var filled = next.MoveNext();
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i].Set(filled && i < next.Current.Count ? next.Current[i] : "");
            }

            return filled;
        }
    }

    /// <summary>The room without which a row is not begun.</summary>
    private static double Beginning(Cell[] cells, double padding)
    {
        var count = cells.Max(cell => cell.Lines.Count);
        return ((count <= LinesKeptTogether ? count : LinesBegun) * cells.Max(cell => cell.LineHeight)) + (2 * padding);
    }

    private static double Height(Cell[] cells) => cells.Max(cell => cell.Lines.Count * cell.LineHeight) + 8;

    /// <summary>The head of a table: real the first time, decoration when repeated.</summary>
    private void Head(Cell[] heads, StructureElement? parent)
    {
        var height = Height(heads);
        var row = parent is null ? null : _canvas.Structure.Add(parent, Role.TR);
        foreach (var cell in heads)
        {
            StructureElement? element = null;
            if (row is not null)
            {
                element = _canvas.Structure.Add(row, Role.TH);
                element.Extra.Ascii("/A<</O/Table/Scope/Column>>");
            }

            _canvas.Target = element;
            // Titles of one line stand on the rule, whatever their neighbours need.
            Draw(cell, 0, cell.Lines.Count, _y + height - 4 - (cell.Lines.Count * cell.LineHeight), cell.Size);
            if (element is not null)
            {
                _canvas.Structure.Close(element);
            }
        }

        if (row is not null)
        {
            _canvas.Structure.Close(row);
        }

        _canvas.Target = null;
        _y += height;
        _canvas.Rectangle(_margin, _y, Width, 0.9, Ink.Navy);
        _y += 1;
    }

    private void Row(StructureElement parent, Cell[] cells, double padding, Action? onNewPage)
    {
        var lineHeight = cells.Max(cell => cell.LineHeight);
        var size = cells.Max(cell => cell.Size);
        var count = cells.Max(cell => cell.Lines.Count);
        var height = (count * lineHeight) + (2 * padding);
        if (height > Room && Room < Beginning(cells, padding))
        {
            _canvas.Target = null;
            NextPage();
            onNewPage?.Invoke();
        }

        var row = _canvas.Structure.Add(parent, Role.TR);
        foreach (var cell in cells)
        {
            cell.Element = _canvas.Structure.Add(row, cell.Role);
            if (cell.Role == Role.TH)
            {
                cell.Element.Extra.Ascii("/A<</O/Table/Scope/Row>>");
            }
        }

        for (var from = 0; from < count;)
        {
            var take = Math.Min(count - from, Math.Max(1, (int)((Room - (2 * padding)) / lineHeight)));
            foreach (var cell in cells)
            {
                _canvas.Target = cell.Element;
                Draw(cell, from, take, _y + padding, size);
            }

            from += take;
            _canvas.Target = null;
            _y += (take * lineHeight) + (2 * padding);
            _canvas.Rectangle(_margin, _y, Width, 0.4, Ink.Hairline);
            if (from < count)
            {
                NextPage();
                onNewPage?.Invoke();
            }
        }

        foreach (var cell in cells)
        {
            _canvas.Structure.Close(cell.Element!);
        }

        _canvas.Structure.Close(row);
    }

    /// <summary>Lines of a cell from <paramref name="top"/> down; cells set in several sizes share the largest one's first baseline.</summary>
    private void Draw(Cell cell, int from, int take, double top, double largestSize)
    {
        for (var i = from; i < Math.Min(from + take, cell.Lines.Count); i++)
        {
            var text = cell.Text.AsSpan(cell.Lines[i].Start, cell.Lines[i].Length);
            var x = cell.ToRight ? cell.X + cell.Width - TextMeasure.Width(text, cell.Face, cell.Size) : cell.X;
            Line(text, x, top + ((i - from) * cell.LineHeight) + (largestSize * 1.08), cell.Face, cell.Size, cell.Ink);
        }
    }

    /// <summary>A cell's place and look, used for row after row.</summary>
    private sealed class Cell(Role role, double x, double width, Face face, double size, Ink ink, bool toRight = false)
    {
        public Role Role { get; } = role;

        public double X { get; } = x;

        public double Width { get; } = width;

        public Face Face { get; } = face;

        public double Size { get; } = size;

        public Ink Ink { get; } = ink;

        public bool ToRight { get; } = toRight;

        public double LineHeight { get; } = size * Flow.LineHeight;

        public string Text { get; private set; } = "";

        public List<TextLine> Lines { get; } = [];

        public StructureElement? Element { get; set; }

        public void Set(string text)
        {
            Text = TextMeasure.Prepare(text);
            LineBreaker.Break(Text, Face, Size, Width, Lines);
        }
    }
}
