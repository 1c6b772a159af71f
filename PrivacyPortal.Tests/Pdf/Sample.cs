using PrivacyPortal.Pdf;

namespace PrivacyPortal.Tests.Pdf;

/// <summary>A document with one of everything.</summary>
internal static class Sample
{
    public static void Everything(Flow flow) => flow
        .Title("Your request has reached us")
        .Lead("We have received the request described below on 20 November 2026. We will answer it by 21 December 2026 at the latest.")
        .Blocks(
            [("CONTROLLER", "Maison Exemple SAS\n12 rue de l’Église\n67000 Strasbourg"),
            ("DATA PROTECTION OFFICER", "Camille Durand\ndpo@maison-exemple.fr"),
            ("SUPERVISORY AUTHORITY", "CNIL\n3 place de Fontenoy, 75007 Paris")])
        .Facts(
            new Fact("Reference", "DSR-2026-000123", Face.Mono),
            new Fact("Right exercised", "Erasure of personal data (GDPR, article 17)"),
            new Fact("Received on", "20 November 2026"),
            new Fact("Answer due by", "21 December 2026 (one month, article 12(3))"),
            new Fact("Requester", "F••••••• D••••••• · f•••@example.org"))
        .Heading("What happens next")
        .Paragraph("We first make sure that you are who you say you are, by the least intrusive means there is. We then look for your data in every system that holds some, and answer you in writing, whatever the outcome.")
        .Bullets(["You may withdraw the request at any time, without giving a reason.", "If the request is complex, we may extend the time by two months; we would tell you before the first month is over.", "The answer is free of charge."])
        .Notice(Tone.Neutral, "Your right to complain", "You may lodge a complaint with the supervisory authority at any time, and seek a judicial remedy (articles 77 and 79 of the GDPR).")
        .Heading("Where we look")
        .Subheading("Systems")
        .Table(
            [new("System", 2), new("Category", 3), new("Rows", 1, Face.Regular, ToRight: true)],
            [["Conversations", "Messages, quoted text, call notes", "1 204"], ["Web shop", "Orders, delivery addresses", "17"], ["Loyalty", "Points", "0"]])
        .Notice(Tone.Good, "Verified", "Nothing is left but what is listed as kept.")
        .Notice(Tone.Warning, "Held", "One system has not answered yet.")
        .Notice(Tone.Critical, "Not genuine", "The file was changed after it was signed.")
        .CodePanel(
            "https://privacy.example.org/check?code=7Q2M-K9XD-WB4T-HN5C-8VRE-3JPA-6Z", "Check this document online", "Check this document",
            "It is digitally signed. Scan the code or open the address to see whether it is genuine.",
            new Fact("Signed with", "SHA-256 3A:5F:19:C0:77:E2:4B:8D:90:12:AA:FE:61:0B:35:D4", Face.Mono),
            new Fact("Head of the log", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Face.Mono))
        .Small("Issued by PrivacyPortal.");
}
