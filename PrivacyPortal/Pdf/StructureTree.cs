namespace PrivacyPortal.Pdf;

/// <summary>What a piece of content is (ISO 32000-1, 14.8.4): names are the standard's own.</summary>
internal enum Role
{
    Document,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Figure,
    Link,
    Form,
    Div,
}

/// <summary>The logical order of the document, which screen readers follow. Elements are written when closed and then forgotten.</summary>
internal sealed class StructureTree
{
    private readonly PdfFile _file;
    private readonly int _root;
    private readonly List<(int Key, int Number)> _parents = [];
    private int _nextKey;

    public StructureTree(PdfFile file)
    {
        _file = file;
        _root = file.Reserve();
        Document = new StructureElement(Role.Document, file.Reserve(), null);
    }

    public StructureElement Document { get; }

    /// <summary>A new element, last child of its parent.</summary>
    public StructureElement Add(StructureElement parent, Role role)
    {
        var element = new StructureElement(role, _file.Reserve(), parent);
        parent.AddChild(element.Number);
        return element;
    }

    public void Close(StructureElement element) =>
        element.WriteTo(_file.Object(element.Number), element.Parent?.Number ?? _root);

    /// <summary>A key under which a page or annotation finds its way back to its elements.</summary>
    public int NextKey() => _nextKey++;

    public void SetParent(int key, int number) => _parents.Add((key, number));

    /// <summary>Closes the document's element and writes the root; returns the root's number.</summary>
    public int Finish()
    {
        Close(Document);
        _parents.Sort();
        var root = _file.Object(_root).Ascii("<</Type/StructTreeRoot/K ").Ref(Document.Number)
            .Ascii("/ParentTreeNextKey ").Integer(_nextKey).Ascii("/ParentTree<</Nums[");
        foreach (var (key, number) in _parents)
        {
            root.Integer(key).Raw((byte)' ').Ref(number);
        }

        root.Ascii("]>>>>");
        return _root;
    }
}

/// <summary>One element while it is open. It may be drawn into again and again, on several pages, until it is closed.</summary>
internal sealed class StructureElement(Role role, int number, StructureElement? parent)
{
    private PdfBuffer? _kids;
    private int _page;
    private PdfBuffer? _extra;

    public Role Role { get; } = role;

    public int Number { get; } = number;

    public StructureElement? Parent { get; } = parent;

    /// <summary>Further dictionary entries, such as <c>/Alt</c> and attributes.</summary>
    public PdfBuffer Extra => _extra ??= new PdfBuffer(64);

    private PdfBuffer Kids => _kids ??= new PdfBuffer(24);

    public void AddChild(int child) => Kids.Ref(child);

    /// <summary>Marked content on a page. The first page is the element's own; content elsewhere names its page.</summary>
    public void AddContent(int page, int contentId)
    {
        if (_page == 0)
        {
            _page = page;
        }

        if (page == _page)
        {
            Kids.Integer(contentId).Raw((byte)' ');
        }
        else
        {
            Kids.Ascii("<</Type/MCR/Pg ").Ref(page).Ascii("/MCID ").Integer(contentId).Ascii(">>");
        }
    }

    public void AddAnnotation(int page, int annotation) =>
        Kids.Ascii("<</Type/OBJR/Pg ").Ref(page).Ascii("/Obj ").Ref(annotation).Ascii(">>");

    public void WriteTo(PdfBuffer target, int parentNumber)
    {
        target.Ascii("<</S/").Ascii(Role.ToString()).Ascii("/P ").Ref(parentNumber);
        if (_page != 0)
        {
            target.Ascii("/Pg ").Ref(_page);
        }

        if (_extra is not null)
        {
            target.Raw(_extra.Written);
        }

        target.Ascii("/K[").Raw(_kids is null ? default : _kids.Written).Ascii("]>>");
    }
}
