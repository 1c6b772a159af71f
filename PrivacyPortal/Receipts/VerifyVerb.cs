namespace PrivacyPortal.Receipts;

/// <summary>
/// <c>verify FILE.pdf</c>: is the file signed in full, unchanged, and by a certificate of this portal's data folder? Needs no server, no
/// database and no key: whoever is given the <c>keys/signing-*.crt</c> can check.
/// </summary>
public static class VerifyVerb
{
    public const string Name = "verify";

    /// <summary>Tells the verdict and its reason; 0 when genuine, 1 when not.</summary>
    public static int Run(IReadOnlyList<string> operand, string dataFolder, TextWriter console)
    {
        if (operand is not [var file])
        {
            console.WriteLine(CheckText.VerbUsage);
            return 1;
        }

        byte[] content;
        try
        {
            content = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.WriteLine(CheckText.VerbUnreadable.With(file, e.Message));
            return 1;
        }

        var reading = SignatureReader.Read(content);
        var folder = Path.GetFullPath(dataFolder);
        var keys = KeyFolder(folder);
        if (reading.State == SignatureState.Intact && keys is null)
        {
            console.WriteLine(CheckText.VerbNoCertificate.With(folder));
            return 1;
        }

        var fault = ReceiptCheck.Fault(reading.State) ?? (SigningKey.Known(keys!).Contains(reading.Fingerprint!) ? null : CheckOutcome.ForeignSigner);
        console.WriteLine(fault is { } outcome
            ? CheckText.VerbNotGenuine.With(file, CheckText.Explain(outcome))
            : CheckText.VerbGenuine.With(file, keys, reading.Fingerprint));
        return fault is null ? 0 : 1;
    }

    /// <summary>
    /// The folder of certificates in the data folder, or in the only portal below it (the demo's). Never both: a demo's receipt must not
    /// pass for one of the portal beside it.
    /// </summary>
    private static string? KeyFolder(string dataFolder)
    {
        string[] below = Directory.Exists(dataFolder) ? Directory.GetDirectories(dataFolder) : [];
        string[] candidates = [Path.Combine(dataFolder, "keys"), .. below.Select(portal => Path.Combine(portal, "keys"))];
        return candidates.FirstOrDefault(keys => SigningKey.Known(keys).Count > 0);
    }
}
