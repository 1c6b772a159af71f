namespace PrivacyPortal.Shell;

/// <summary>What the command line asks for: nothing (serve), <c>demo</c>, <c>verify …</c>; the rest are settings.</summary>
/// <param name="Name">Empty to serve.</param>
/// <param name="Operand">What the verb is applied to, such as the file of <c>verify FILE.pdf</c>.</param>
/// <param name="Arguments">The settings that remain, as in <c>--DataFolder DIR --urls URL</c>.</param>
public sealed record Verb(string Name, IReadOnlyList<string> Operand, string[] Arguments)
{
    private const string ReplaceFlag = "--replace";

    /// <summary>Whether what is there may give way. The one flag without a value, which the settings' parser would give its neighbour's.</summary>
    public bool Replace { get; private init; }

    public static Verb Of(string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToArray();
        return new Verb(words.FirstOrDefault() ?? "", words.Skip(1).ToArray(), [.. args[words.Length..].Where(a => a != ReplaceFlag)]) { Replace = args.Contains(ReplaceFlag) };
    }
}
