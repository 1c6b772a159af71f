namespace PrivacyPortal.Pdf;

/// <summary>The bookmarks beside the pages: titles, and the headings under them.</summary>
internal sealed class PdfOutline
{
    private readonly List<Entry> _entries = [];

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Adds in reading order. <paramref name="bottomUp"/> is the height over the page's lower edge, as destinations count.</summary>
    public void Add(string title, int level, int page, double bottomUp)
    {
        // A level without one above it (a heading before any title) hangs on the nearest that there is.
        var parent = _entries.FindLastIndex(entry => entry.Level < level);
        _entries.Add(new(title, level, page, bottomUp, parent));
    }

    /// <summary>Returns the number of the root.</summary>
    public int WriteTo(PdfFile file)
    {
        var root = file.Reserve();
        var numbers = _entries.ConvertAll(_ => file.Reserve());
        var children = _entries.Select((entry, index) => (entry.Parent, index)).ToLookup(pair => pair.Parent, pair => pair.index);
        var neighbours = new (int Previous, int Next)[_entries.Count];
        Array.Fill(neighbours, (-1, -1));
        foreach (var siblings in children.Select(group => group.ToArray()))
        {
            for (var i = 0; i < siblings.Length; i++)
            {
                neighbours[siblings[i]] = (i > 0 ? siblings[i - 1] : -1, i + 1 < siblings.Length ? siblings[i + 1] : -1);
            }
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            var (title, _, page, bottomUp, parent) = _entries[i];
            var item = file.Object(numbers[i]).Ascii("<</Title ").Utf16(title).Ascii("/Parent ").Ref(parent < 0 ? root : numbers[parent])
                .Ascii("/Dest[").Ref(page).Ascii("/XYZ 0 ").Number(bottomUp).Ascii("null]");
            if (neighbours[i].Previous >= 0)
            {
                item.Ascii("/Prev ").Ref(numbers[neighbours[i].Previous]);
            }

            if (neighbours[i].Next >= 0)
            {
                item.Ascii("/Next ").Ref(numbers[neighbours[i].Next]);
            }

            WriteChildren(item, [.. children[i]], numbers);
            item.Ascii(">>");
        }

        var top = file.Object(root).Ascii("<</Type/Outlines");
        WriteChildren(top, [.. children[-1]], numbers);
        top.Ascii(">>");
        return root;
    }

    private static void WriteChildren(PdfBuffer item, int[] children, List<int> numbers)
    {
        if (children.Length > 0)
        {
            item.Ascii("/First ").Ref(numbers[children[0]]).Ascii("/Last ").Ref(numbers[children[^1]]).Ascii("/Count ").Integer(children.Length);
        }
    }

    private sealed record Entry(string Title, int Level, int Page, double BottomUp, int Parent);
}
