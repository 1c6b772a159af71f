using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using static PrivacyPortal.Requests.RequestChannel;

namespace PrivacyPortal.Demo;

/// <summary>Half a year of requests: each state and each end that a request can have, on ordinary visitors, done by the desk and its real steps.</summary>
public sealed class DemoRequests(DemoDesk desk, DemoFolder folder)
{
    public void Plan(DemoCalendar calendar)
    {
        var subjects = new DemoSubjects(folder);
        PlanClosed(calendar, subjects);
        PlanRefused(calendar, subjects);
        PlanOpen(calendar, subjects);
    }

    private DemoCase Case(DemoSubject subject, SubjectRight right, RequestChannel channel, string message) => new(desk, subject, right, channel, message);

    private void PlanClosed(DemoCalendar calendar, DemoSubjects subjects)
    {
        var access = Case(subjects.Buyer(0), SubjectRight.Access, Email, "Je souhaite une copie de toutes les données que vous avez sur moi.");
        Days(
            calendar,
            (205, access.ReceiveAsync), (204, access.ConfirmAsync), (204, access.SearchAsync), (201, access.ReviewAsync), (201, access.GrantAsync),
            (190, access.AnswerAsync));
        calendar.On(24, 9, access.ReopenAsync);

        var buyer = Case(subjects.Buyer(1), SubjectRight.Erasure, Letter, "Veuillez effacer toutes mes données, je ne suis plus client.");
        Days(
            calendar,
            (172, buyer.ReceiveAsync), (171, buyer.ConfirmAsync), (171, buyer.SearchAsync), (168, buyer.ReviewAsync), (168, buyer.PreflightAsync),
            (167, buyer.GrantAsync), (163, buyer.AnswerAsync));

        var asker = Case(subjects.Asker(0), SubjectRight.Erasure, Form, "Effacez mes conversations, s’il vous plaît.");
        Days(
            calendar,
            (151, asker.ReceiveAsync), (150, asker.ConfirmAsync), (150, asker.SearchAsync), (149, asker.ReviewAsync), (149, asker.PreflightAsync),
            (148, asker.GrantAsync), (145, asker.AnswerAsync));

        var nobody = new DemoSubject(0, "Ghislaine Ortolan", "ghislaine.ortolan@boite.example", "", "fr");
        var unknown = Case(nobody, SubjectRight.Access, Email, "Avez-vous quelque chose sur moi ?");
        Days(
            calendar,
            (138, unknown.ReceiveAsync), (137, unknown.ConfirmAsync), (137, unknown.SearchAsync), (136, unknown.GrantAsync), (135, unknown.AnswerAsync));

        var moved = Case(subjects.Buyer(2), SubjectRight.Rectification, Phone, "Mon numéro de téléphone a changé. L’ancien figure encore dans une conversation avec vous.");
        var correction = new Correction(
            new RowRef("visitor", new RowKey([(long)moved.Subject.VisitorId])), "phone", moved.Subject.Phone, "+33 6 39 98 00 12");
        // What was said in a chat stays as it was said.
        var statement = new SupplementaryStatement(subjects.MessageWithPhone(moved.Subject), "body", "Ce numéro n’est plus le mien. Merci de m’appeler au +33 6 39 98 00 12.");
        Days(
            calendar,
            (118, moved.ReceiveAsync), (118, moved.ConfirmAsync), (118, moved.SearchAsync),
            (117, ct => moved.ReviewAsync(SourceReview.AsSuggested with { Corrections = [correction], Statements = [statement] }, ct)), (117, moved.PreflightAsync), (117, moved.GrantAsync),
            (116, moved.AnswerAsync));
    }

    private void PlanRefused(DemoCalendar calendar, DemoSubjects subjects)
    {
        var fourth = Case(subjects.Buyer(3), SubjectRight.Access, Email, "Je renouvelle ma demande de la semaine dernière.");
        Days(
            calendar,
            (109, fourth.ReceiveAsync), (109, fourth.ConfirmAsync),
            (102, ct => fourth.RefuseAsync(RefusalGround.Excessive, "Quatrième demande identique en deux mois, à laquelle il a déjà été répondu intégralement.", ct)),
            (101, fourth.AnswerAsync));

        var second = Case(subjects.Buyer(4), SubjectRight.Erasure, Email, "Supprimez mon compte.");
        Days(
            calendar,
            (96, second.ReceiveAsync), (95, second.ConfirmAsync), (93, second.WithdrawAsync));

        var first = Case(subjects.Asker(1), SubjectRight.Erasure, Form, "Supprimez mes messages.");
        var again = Case(subjects.Asker(1), SubjectRight.Erasure, Letter, "Je confirme par courrier ma demande de suppression.");
        Days(
            calendar,
            (88, first.ReceiveAsync), (85, again.ReceiveAsync), (84, ct => again.DuplicateOfAsync(first, ct)), (84, again.AnswerAsync), (84, first.ConfirmAsync),
            (83, first.SearchAsync), (83, first.ReviewAsync), (83, first.PreflightAsync), (82, first.GrantAsync), (80, first.AnswerAsync));

        var pseudonym = new DemoSubject(0, "Le jardinier masqué", "jardinier@inbox.example", "", "fr");
        var unidentifiable = Case(pseudonym, SubjectRight.Access, Form, "J’ai discuté avec votre robot un soir de juin.");
        Days(
            calendar,
            (71, unidentifiable.ReceiveAsync),
            (62, ct => unidentifiable.NotIdentifiableAsync("L’adresse e-mail donnée pendant la conversation, ou son heure exacte.", ct)),
            (61, unidentifiable.AnswerAsync));
    }

    private void PlanOpen(DemoCalendar calendar, DemoSubjects subjects)
    {
        var extended = Case(subjects.Buyer(5), SubjectRight.Access, Letter, "Une copie complète, y compris les enregistrements d’appels.");
        Days(
            calendar,
            (55, extended.ReceiveAsync), (54, extended.ConfirmAsync), (54, extended.SearchAsync), (30, extended.ExtendAsync));

        var overdue = Case(subjects.Buyer(6), SubjectRight.Erasure, Email, "Je demande l’effacement de mes données.");
        Days(
            calendar,
            (44, overdue.ReceiveAsync), (43, overdue.ConfirmAsync), (43, overdue.SearchAsync), (40, overdue.ReviewAsync), (40, overdue.PreflightAsync));

        var approval = Case(subjects.Buyer(7), SubjectRight.Erasure, Form, "Effacez tout, merci.");
        Days(
            calendar,
            (28, approval.ReceiveAsync), (27, approval.ConfirmAsync), (27, approval.SearchAsync), (26, approval.ReviewAsync), (26, approval.PreflightAsync),
            (25, approval.GrantAsync));

        var held = Case(subjects.Buyer(8), SubjectRight.Erasure, Letter, "Je conteste ma livraison et je veux que mes données soient effacées.");
        Days(
            calendar,
            (26, held.ReceiveAsync), (25, held.ConfirmAsync), (24, held.HoldAsync), (24, held.SearchAsync));

        var ready = Case(subjects.Buyer(9), SubjectRight.Access, Email, "Please send me a copy of my data.");
        Days(
            calendar,
            (22, ready.ReceiveAsync), (21, ready.ConfirmAsync), (21, ready.SearchAsync), (20, ready.ReviewAsync), (19, ready.GrantAsync));

        var wide = Case(subjects.Buyer(10), SubjectRight.Access, Phone, "Tout ce que vous avez.");
        Days(
            calendar,
            (20, wide.ReceiveAsync), (19, wide.ConfirmAsync), (18, wide.AskClarificationAsync));

        var doubt = Case(new DemoSubject(8, "Sophie Lambrecht", "sophie.lambrecht@boite.example", "+32 470 00 18 42", "fr"), SubjectRight.Rectification, Email, "Mon adresse est mal écrite et mon e-mail a changé.");
        Days(
            calendar,
            (15, doubt.ReceiveAsync), (14, doubt.AskIdentityAsync));

        var shared = Case(new DemoSubject(6, "Sonia Ferrand", "achats@paysages-du-lez.example", "", "fr"), SubjectRight.Access, Email, "Copie de mes données, pas de celles de mon associé.");
        Days(
            calendar,
            (9, shared.ReceiveAsync), (9, shared.ConfirmAsync), (8, shared.SearchAsync));

        var stuck = Case(subjects.Asker(2), SubjectRight.Access, Form, "Quelles données avez-vous ?");
        Days(
            calendar,
            (6, stuck.ReceiveAsync), (6, stuck.ConfirmAsync), (5, ct => WithoutSourceAsync(stuck.SearchAsync, ct)));

        var papers = Case(subjects.Asker(3), SubjectRight.Access, Letter, "Je voudrais aussi une copie des bons que j’ai signés au magasin de Lyon.");
        Days(
            calendar,
            (6, papers.ReceiveAsync), (6, papers.ConfirmAsync), (5, papers.SearchAsync), (4, ct => papers.ReportAsync("Un bon de retrait trouvé dans le classeur de mars.", 1, ct)));

        var oliver = Case(new DemoSubject(7, "Oliver Whitcombe", "oliver.whitcombe@postbox.example", "+44 7700 900314", "en"), SubjectRight.Erasure, Email, "Please delete everything you hold about me.");
        Days(
            calendar,
            (3, oliver.ReceiveAsync), (2, oliver.ConfirmAsync));

        var fresh = Case(subjects.Buyer(11), SubjectRight.Access, Form, "Je souhaite savoir ce que vous savez de moi.");
        Days(
            calendar,
            (1, fresh.ReceiveAsync));
    }

    /// <summary>A night on which the conversation database does not answer: its file is elsewhere until the steps have given up.</summary>
    private async Task WithoutSourceAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        var elsewhere = folder.Conversations + ".away";
        File.Move(folder.Conversations, elsewhere);
        try
        {
            await work(ct);
        }
        finally
        {
            File.Move(elsewhere, folder.Conversations, overwrite: true);
        }
    }

    /// <summary>One step after the other, each with how many days ago it was done, an hour apart within a day.</summary>
    private static void Days(DemoCalendar calendar, params ReadOnlySpan<(int Ago, Func<CancellationToken, Task> Step)> steps)
    {
        var hour = 8;
        foreach (var (ago, step) in steps)
        {
            calendar.On(ago, hour++, step);
        }
    }
}
