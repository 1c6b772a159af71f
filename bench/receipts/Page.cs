using System.Globalization;
using System.Net;
using System.Text;
using PrivacyPortal.Receipts;
using QRCoder;

namespace PrivacyPortal.Bench;

/// <summary>The acknowledgement's page as plain content, for the other two to set: the same words, fonts, sizes and code.</summary>
internal sealed record Page(
    Dictionary<string, string> Fonts, string Letterhead, string Kicker, string Title, string Lead, string[][] Facts, string Heading, string[] Bullets,
    string[] Notice, string[][] Blocks, double[][] Code, string[] Check, string[][] Seal, string Footer)
{
    public static Page Of(Seal seal, string fonts) => new(
        new()
        {
            ["regular"] = $"{fonts}/noto-sans/400Regular/NotoSans_400Regular.ttf",
            ["bold"] = $"{fonts}/noto-sans/700Bold/NotoSans_700Bold.ttf",
            ["mono"] = $"{fonts}/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf",
        },
        "Maison Exemple SAS", "Accusé de réception · DSR-2026-000123", "Nous avons bien reçu votre demande",
        "Votre demande nous est parvenue le 20 novembre 2026. Nous y répondrons au plus tard le 21 décembre 2026.",
        [
            ["Référence", "DSR-2026-000123"], ["Droit exercé", "Effacement (article 17 du RGPD)"], ["Reçue le", "20 novembre 2026"],
            ["Demandeur", "F••••••• D••••••• · f•••@example.org"], ["Reçue par", "Formulaire public"], ["Réponse au plus tard le", "21 décembre 2026"],
        ],
        "La suite",
        [
            "Nous nous assurons d’abord que la demande vient bien de vous, par le moyen le moins intrusif. S’il nous manque un élément, nous vous dirons lequel et pourquoi.",
            "Nous recherchons vos données dans tous les systèmes susceptibles d’en contenir.",
            "Nous vous répondons par écrit, quelle que soit l’issue, et sans frais.",
            "Si la demande est complexe, le délai peut être prolongé une fois, de deux mois ; vous en seriez informé, motifs à l’appui, dans le premier mois (article 12, paragraphe 3, du RGPD).",
        ],
        ["Vos droits", "Vous pouvez retirer votre demande à tout moment, sans motif. Vous pouvez aussi introduire une réclamation auprès de l’autorité de contrôle (CNIL) ou former un recours juridictionnel (articles 77 et 79 du RGPD)."],
        [["Responsable de traitement", "Maison Exemple SAS\n12 rue de l’Église\n67000 Strasbourg"], ["Délégué à la protection des données", "Camille Durand\ndpo@maison-exemple.fr\n+33 3 88 00 00 00"], ["Autorité de contrôle", "CNIL\n3 place de Fontenoy, 75007 Paris\nwww.cnil.fr"]],
        Modules(seal.CheckUrl),
        ["Vérifier ce document", "Il est signé électroniquement : toute modification se voit. Scannez le code ou ouvrez l’adresse pour savoir s’il est authentique.", seal.CheckUrl],
        [["Code de vérification", seal.CheckCode], ["Certificat SHA-256", seal.CertificateFingerprint], ["Journal, ligne 1204", seal.AuditHead]],
        "Maison Exemple SAS · établi le 3 décembre 2026 à 11:00 (Europe/Paris)");

    /// <summary>For Chromium.</summary>
    public string Html(int number)
    {
        static string E(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
        var html = new StringBuilder($$"""
            <!doctype html><html lang="fr"><meta charset="utf-8"><title>{{E(Title)}}</title><style>
            @font-face { font-family: S; src: url("file://{{Fonts["regular"]}}"); } @font-face { font-family: S; font-weight: 700; src: url("file://{{Fonts["bold"]}}"); }
            @font-face { font-family: M; src: url("file://{{Fonts["mono"]}}"); } @page { size: A4; margin: 0; }
            body { margin: 0; padding: 40pt 62pt; border-top: 6pt solid #122b54; font: 10pt/1.5 S; color: #1b2330; } h1 { font-size: 22pt; color: #122b54; } h2 { font-size: 13pt; color: #122b54; }
            header { display: flex; justify-content: space-between; border-bottom: .8pt solid #122b54; } table { width: 100%; border-collapse: collapse; } td, th { border-bottom: .4pt solid #d9dee6; padding: 4pt 0; text-align: left; }
            th { font-weight: 400; width: 150pt; color: #5a6575; } .box { background: #f5f7fa; padding: 10pt 14pt; } .blocks { display: flex; gap: 22pt; font-size: 9pt; } .seal { font: 6.7pt M; }
            </style><header><b>{{E(Letterhead)}}</b><span>{{E(Kicker)}}</span></header><h1>{{E(Title)}}</h1><p>{{E(Lead)}}</p><table>
            """);
        foreach (var (fact, i) in Facts.Select((fact, i) => (fact, i)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=row>{E(fact[0])}<td>{E(fact[1])}{(i == 0 ? "-" + number : "")}");
        }

        html.Append(CultureInfo.InvariantCulture, $"</table><h2>{E(Heading)}</h2><ul>").AppendJoin("", Bullets.Select(b => $"<li>{E(b)}")).Append(CultureInfo.InvariantCulture, $"</ul><div class=box><b>{E(Notice[0])}</b><br>{E(Notice[1])}</div><div class=blocks>");
        html.AppendJoin("", Blocks.Select(b => $"<div><b>{E(b[0])}</b><br>{E(b[1])}</div>")).Append("</div><div class=box style=\"display:flex;gap:14pt\"><svg width=\"92pt\" height=\"92pt\" viewBox=\"0 0 1 1\"><path d=\"");
        foreach (var m in Code)
        {
            html.Append(FormattableString.Invariant($"M{m[0]} {m[1]}h{m[2]}v{m[3]}h{-m[2]}z"));
        }

        html.Append(CultureInfo.InvariantCulture, $"\"/></svg><div><b>{E(Check[0])}</b><br>{E(Check[1])}<br><a href=\"{Check[2]}\">{Check[2]}</a><div class=seal>").AppendJoin("<br>", Seal.Select(s => $"{E(s[0])} {E(s[1])}"));
        return html.Append(CultureInfo.InvariantCulture, $"</div></div></div><footer>{E(Footer)}</footer>").ToString();
    }

    private static double[][] Modules(string payload)
    {
        const int QuietZone = 4;
        using var code = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var count = code.ModuleMatrix.Count - (2 * QuietZone);
        return [.. from row in Enumerable.Range(0, count)
            from column in Enumerable.Range(0, count)
            where code.ModuleMatrix[row + QuietZone][column + QuietZone]
            select (double[])[(double)column / count, (double)row / count, 1.0 / count, 1.0 / count]];
    }
}
