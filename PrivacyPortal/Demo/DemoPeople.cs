using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;

namespace PrivacyPortal.Demo;

/// <summary>Who works at the invented company. The key is what <c>demo.json</c> calls them.</summary>
public sealed record DemoPerson(string Key, string Name, string Email, Role Role)
{
    public static DemoPerson Administrator { get; } = new("administrator", "Hélène Fabre", "helene.fabre@maison-aubrac.example", Role.Administrator);

    public static DemoPerson Colleague { get; } = new("colleague", "Tom Hartley", "tom.hartley@maison-aubrac.example", Role.Administrator);

    public static DemoPerson Dpo { get; } = new("dpo", "Claire Dumas", "claire.dumas@maison-aubrac.example", Role.Dpo);

    public static DemoPerson Deputy { get; } = new("deputy", "Marc Delcourt", "marc.delcourt@maison-aubrac.example", Role.Dpo);

    public static DemoPerson Auditor { get; } = new("auditor", "Inès Cordier", "ines.cordier@maison-aubrac.example", Role.Auditor);

    public static IReadOnlyList<DemoPerson> All { get; } = [Administrator, Colleague, Dpo, Deputy, Auditor];
}

/// <summary>Brings the demo's five people in by the doors that everybody takes: set-up, invitation, a DPO's word for a second DPO.</summary>
public sealed class DemoPeople(
    FirstRun firstRun, EnrolmentDesk enrolment, InvitationDesk invitations, UserManager<PortalUser> users, DemoSignIn signIn)
{
    public async Task MoveInAsync(CancellationToken ct)
    {
        var first = DemoPerson.Administrator;
        var token = await firstRun.OpenAsync(ct);
        var administrator = Demanded.Of(await enrolment.SetUpAsync(token, first.Email, first.Name, "en", Password(), ct)).ToActor();
        var dpo = await InviteAsync(administrator, DemoPerson.Dpo, null, ct);
        foreach (var person in (DemoPerson[])[DemoPerson.Deputy, DemoPerson.Colleague, DemoPerson.Auditor])
        {
            await InviteAsync(administrator, person, dpo, ct);
        }
    }

    public async Task<Actor> ActorAsync(DemoPerson person) =>
        (await users.FindByEmailAsync(person.Email) ?? throw new InvalidOperationException($"The demo lacks its {person.Key}.")).ToActor();

    /// <summary>A link for each that is still there; a reader of the demo may have disabled one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LinksAsync(string address)
    {
        var links = new Dictionary<string, string>();
        foreach (var person in DemoPerson.All)
        {
            if (await users.FindByEmailAsync(person.Email) is { } user)
            {
                links[person.Key] = address + signIn.PathFor(user.Id);
            }
        }

        return links;
    }

    private async Task<Actor> InviteAsync(Actor administrator, DemoPerson person, Actor? dpo, CancellationToken ct)
    {
        var invitation = Demanded.Of(await invitations.InviteAsync(administrator, new NewInvitation(person.Email, person.Name, person.Role), ct))!;
        var opened = invitation.NeedsConfirmation ? Demanded.Of(await invitations.AgreeAsync(dpo!, invitation.Id, ct))! : invitation;
        return Demanded.Of(await enrolment.AcceptAsync(opened.Token, person.Name, "en", Password(), ct)).ToActor();
    }

    /// <summary>One that nobody knows: the demo's people come in by their links.</summary>
    private static string Password() => Guid.NewGuid().ToString("n") + Guid.NewGuid().ToString("n");
}
