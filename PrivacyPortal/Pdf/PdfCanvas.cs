namespace PrivacyPortal.Pdf;

/// <summary>
/// Pages, and what is drawn on them. Units are points, <c>y</c> runs down from the upper edge. Everything drawn belongs to
/// <see cref="Target"/> in the document's structure, or is an artifact (decoration) when that is null.
/// </summary>
internal sealed partial class PdfCanvas
{
    private const double ShortSide = 595.28;
    private const double LongSide = 841.89;

    private readonly PdfFile _file;
    private readonly Dictionary<TrueTypeFont, EmbeddedFont> _fonts = [];
    private readonly List<PdfPage> _pages = [];
    private readonly int _pageTree;
    private readonly int _resources;
    private readonly PdfBuffer _content = new(16 * 1024);
    private readonly List<int> _contentOwners = [];
    private bool _isMarked;
    private StructureElement? _marked;
    private Ink? _fill;
    private (EmbeddedFont Font, double Size)? _font;

    public PdfCanvas(PdfFile file, bool landscape)
    {
        _file = file;
        (Width, Height) = landscape ? (LongSide, ShortSide) : (ShortSide, LongSide);
        Structure = new StructureTree(file);
        _pageTree = file.Reserve();
        _resources = file.Reserve();
    }

    public double Width { get; }

    public double Height { get; }

    public StructureTree Structure { get; }

    public StructureElement? Target { get; set; }

    public PdfOutline Outline { get; } = new();

    public int PageCount => _pages.Count;

    public PdfPage FirstPage => _pages[0];

    private PdfPage Page => _pages[^1];

    public void StartPage()
    {
        FinishPage();
        _pages.Add(new PdfPage(_file.Reserve(), Structure.NextKey()));
    }

    public void Rectangle(double x, double y, double width, double height, Ink ink) => Rectangles([(x, y, width, height)], ink);

    /// <summary>Many as one shape, such as the modules of a code.</summary>
    public void Rectangles(IEnumerable<(double X, double Y, double Width, double Height)> rectangles, Ink ink)
    {
        Mark();
        Fill(ink);
        foreach (var (x, y, width, height) in rectangles)
        {
            _content.Number(x).Number(Height - y - height).Number(width).Number(height).Ascii("re ");
        }

        _content.Ascii("f\n");
    }

    public void Link(StructureElement link, string url, string description, double x, double y, double width, double height)
    {
        var annotation = _file.Reserve();
        var key = Structure.NextKey();
        Structure.SetParent(key, link.Number);
        link.AddAnnotation(Page.Number, annotation);
        Page.Annotations.Add(annotation);
        _file.Object(annotation).Ascii("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
            .Number(x).Number(Height - y - height).Number(x + width).Number(Height - y)
            .Ascii("]/Contents ").Utf16(description).Ascii("/StructParent ").Integer(key)
            .Ascii("/A<</S/URI/URI(").Ascii(Escape(url)).Ascii(")>>>>");
    }

    /// <summary>An entry of the outline that leads to <paramref name="y"/> on this page.</summary>
    public void Bookmark(string title, int level, double y) => Outline.Add(title, level, Page.Number, Height - y);

    /// <summary>
    /// Ends the last page, then draws on every page what could not be known before: <paramref name="edge"/> is called with the
    /// page's number. Returns the number of the page tree.
    /// </summary>
    public int Finish(Action<int> edge)
    {
        FinishPage();
        for (var i = 0; i < _pages.Count; i++)
        {
            Restart();
            edge(i + 1);
            Unmark();
            _pages[i].Contents.Add(_file.Reserve());
            _file.Stream(_pages[i].Contents[^1], "", _content.Written, compress: false);
            _pages[i].WriteTo(_file, _pageTree, _resources, Width, Height);
        }

        var tree = _file.Object(_pageTree).Ascii("<</Type/Pages/Count ").Integer(_pages.Count).Ascii("/Kids[");
        foreach (var page in _pages)
        {
            tree.Ref(page.Number);
        }

        tree.Ascii("]>>");
        foreach (var font in _fonts.Values)
        {
            font.WriteTo(_file);
        }

        var resources = _file.Object(_resources).Ascii("<</Font<<");
        foreach (var font in _fonts.Values)
        {
            resources.Raw((byte)'/').Ascii(font.Resource).Raw((byte)' ').Ref(font.Number);
        }

        resources.Ascii(">>>>");
        return _pageTree;
    }

    /// <summary>ASCII, and nothing that would end a string of PDF early.</summary>
    private static string Escape(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsoluteUri : Uri.EscapeDataString(url))
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    private void FinishPage()
    {
        if (_pages.Count == 0)
        {
            Restart();
            return;
        }

        Unmark();
        Page.Contents.Add(_file.Reserve());
        _file.Stream(Page.Contents[0], "", _content.Written);
        var owners = _file.Reserve();
        var array = _file.Object(owners).Raw((byte)'[');
        foreach (var owner in _contentOwners)
        {
            array.Ref(owner);
        }

        array.Raw((byte)']');
        Structure.SetParent(Page.StructureKey, owners);
        Restart();
    }

    private void Restart()
    {
        _content.Clear();
        _contentOwners.Clear();
        _isMarked = false;
        _fill = null;
        _font = null;
    }

    /// <summary>Opens marked content for the target, unless it is open.</summary>
    private void Mark()
    {
        if (_isMarked && _marked == Target)
        {
            return;
        }

        Unmark();
        (_isMarked, _marked) = (true, Target);
        if (Target is null)
        {
            _content.Ascii("/Artifact BMC\n");
            return;
        }

        _content.Raw((byte)'/').Ascii(Target.Role.ToString()).Ascii("<</MCID ").Integer(_contentOwners.Count).Ascii(">>BDC\n");
        Target.AddContent(Page.Number, _contentOwners.Count);
        _contentOwners.Add(Target.Number);
    }

    private void Unmark()
    {
        if (_isMarked)
        {
            _content.Ascii("EMC\n");
            _isMarked = false;
        }
    }

    private void Fill(Ink ink)
    {
        if (_fill != ink)
        {
            _fill = ink;
            _content.Number(ink.Red / 255.0).Number(ink.Green / 255.0).Number(ink.Blue / 255.0).Ascii("rg\n");
        }
    }
}
