namespace PrivacyPortal.Pdf;

/// <summary>The colours of a document. Text keeps a contrast of at least 4.5 to its ground (WCAG 1.4.3), also on a grey printer.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink Text = new(0x1B, 0x23, 0x30);
    public static readonly Ink Muted = new(0x5A, 0x65, 0x75);
    public static readonly Ink Navy = new(0x12, 0x2B, 0x54);
    public static readonly Ink Hairline = new(0xD9, 0xDE, 0xE6);
    public static readonly Ink Ground = new(0xF5, 0xF7, 0xFA);
    public static readonly Ink Good = new(0x1D, 0x6B, 0x43);
    public static readonly Ink GoodGround = new(0xEF, 0xF7, 0xF2);
    public static readonly Ink Warning = new(0x8A, 0x56, 0x00);
    public static readonly Ink WarningGround = new(0xFC, 0xF6, 0xE9);
    public static readonly Ink Critical = new(0x9B, 0x1C, 0x31);
    public static readonly Ink CriticalGround = new(0xFB, 0xF0, 0xF2);
    public static readonly Ink Black = new(0, 0, 0);
}
