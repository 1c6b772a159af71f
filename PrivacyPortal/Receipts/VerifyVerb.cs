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
        var keys = Path.Combine(Path.GetFullPath(dataFolder), "keys");
        var known = SigningKey.Known(keys);
        if (reading.State == SignatureState.Intact && known.Count == 0)
        {
            console.WriteLine(CheckText.VerbNoCertificate.With(keys));
            return 1;
        }

        var fault = ReceiptCheck.Fault(reading.State) ?? (known.Contains(reading.Fingerprint!) ? null : CheckOutcome.ForeignSigner);
        console.WriteLine(fault is { } outcome
            ? CheckText.VerbNotGenuine.With(file, CheckText.Explain(outcome))
            : CheckText.VerbGenuine.With(file, reading.Fingerprint));
        return fault is null ? 0 : 1;
    }
}
