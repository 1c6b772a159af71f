using PrivacyPortal.Receipts;

namespace PrivacyPortal.Tests.Receipts;

/// <summary>The answers to the rights of articles 18, 20, 21 and 22, as an invented company would issue them.</summary>
internal static class SampleRights
{
    private static readonly DateOnly Received = new(2026, 11, 20);
    private static readonly DateOnly Answered = new(2026, 12, 3);

    public static IEnumerable<RequestReceiptFacts> All(string language)
    {
        string In(string english, string french) => language == "fr" ? french : english;
        yield return new RestrictionFacts
        {
            Reference = "DSR-2026-000130", Language = language, Parties = SampleFacts.Parties, MaskedIdentity = "f•••@e•••", ReceivedOn = Received, AnsweredOn = Answered,
            Right = In("Restriction (GDPR, art. 18)", "Limitation (RGPD, art. 18)"),
            Ground = In("The accuracy of the data is contested, art. 18(1)(a)", "L’exactitude des données est contestée, art. 18(1)(a)"),
            Frozen = [new("Conversations", In("Flag “restricted” set; hidden from advisors", "Marquage « limité » posé ; masquées aux conseillers"), 1204)],
            NotFrozen = [new("Archives", In("No such flag; access withdrawn from all but two persons", "Pas de marquage possible ; accès retiré à tous sauf deux personnes"), 12)],
        };
        yield return new RestrictionEndFacts
        {
            Reference = "DSR-2026-000130", Language = language, Parties = SampleFacts.Parties, MaskedIdentity = "f•••@e•••", ReceivedOn = Received,
            Right = In("Restriction (GDPR, art. 18)", "Limitation (RGPD, art. 18)"), ToldOn = new(2026, 12, 20), EndsOn = new(2027, 1, 4),
            Reason = In("The accuracy has been verified with you.", "L’exactitude a été vérifiée avec vous."),
        };
        yield return new PortabilityFacts
        {
            Reference = "DSR-2026-000131", Language = language, Parties = SampleFacts.Parties, MaskedIdentity = "f•••@e•••", ReceivedOn = Received, AnsweredOn = Answered,
            Right = In("Portability (GDPR, art. 20)", "Portabilité (RGPD, art. 20)"),
            Released = [new("Conversations", "Messages", 1204), new("Boutique", In("Orders", "Commandes"), 17)],
            LeftOut = [new("Boutique", In("Invoices", "Factures"), 9, In("Neither consent nor contract", "Ni consentement ni contrat"))],
            PackageSha256 = new string('a', 64), PackageBytes = 48_211,
        };
        yield return new ObjectionFacts
        {
            Reference = "DSR-2026-000132", Language = language, Parties = SampleFacts.Parties, MaskedIdentity = "f•••@e•••", ReceivedOn = Received, AnsweredOn = Answered,
            Right = In("Objection (GDPR, art. 21)", "Opposition (RGPD, art. 21)"), DirectMarketing = true, Scope = In("Direct marketing, art. 21(2)", "Prospection, art. 21(2)"),
            Stopped = In("Newsletters, offers by text message, and the profiling that fed them.", "Les lettres d’information, les offres par SMS et le profilage qui les nourrissait."),
        };
        yield return new HumanReviewFacts
        {
            Reference = "DSR-2026-000133", Language = language, Parties = SampleFacts.Parties, MaskedIdentity = "f•••@e•••", ReceivedOn = Received, AnsweredOn = Answered,
            Right = In("Human review (GDPR, art. 22)", "Réexamen humain (RGPD, art. 22)"), Reviewer = In("Nadia Benali, head of credit", "Nadia Benali, responsable du crédit"),
            Outcome = In("The decision is changed", "La décision est modifiée"),
            Reasons = In("The score rested on an address that is no longer yours.", "Le score reposait sur une adresse qui n’est plus la vôtre."),
        };
    }
}
