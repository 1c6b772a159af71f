using System.Globalization;
using System.Security.Claims;

namespace PrivacyPortal.Access;

public enum ActorKind
{
    /// <summary>A signed-in member of staff.</summary>
    User,

    /// <summary>The portal itself: a job, a start-up step.</summary>
    System,

    /// <summary>A program with an API key, on behalf of the person who holds the key.</summary>
    Key,

    /// <summary>A data subject on the public pages.</summary>
    Subject,

    /// <summary>Nobody that is known.</summary>
    Anonymous,
}

/// <summary>
/// Who does something. The explicit first argument of every verb: made from the circuit's or the call's principal at the door,
/// never read from the surroundings inside.
/// </summary>
/// <param name="PersonId">The person behind it; four eyes compares this, not accounts or keys.</param>
/// <param name="Name">What the timeline and the audit log show: a display name of staff, or the system part's name.</param>
public sealed record Actor(ActorKind Kind, Guid? PersonId, string Name, Role? Role)
{
    /// <summary>The claim with the display name.</summary>
    public const string NameClaim = "portal:name";

    /// <summary>The claim with the id of the API key; whoever has it is no signed-in person.</summary>
    public const string KeyClaim = "portal:key";

    /// <summary>The claim with what the key is for (<see cref="KeyScopes"/>).</summary>
    public const string ScopesClaim = "portal:scopes";

    /// <summary>The claim with the call under way, where it is to be done once only.</summary>
    public const string CallClaim = "portal:call";

    public static readonly Actor Anonymous = new(ActorKind.Anonymous, null, "anonymous", null);

    /// <summary>The portal's own work, such as <c>Actor.System("search")</c>. It may do what its caller's verb asks; it has no role.</summary>
    public static Actor System(string part) => new(ActorKind.System, null, part, null);

    public static Actor User(Guid personId, string name, Role role) => new(ActorKind.User, personId, name, role);

    public static Actor Subject(string name) => new(ActorKind.Subject, null, name, null);

    /// <summary>Of what the role may do, only this; null: all of it.</summary>
    public KeyScopes? Scopes { get; init; }

    /// <summary>The call of the API that is marked as done in the transaction of what it does; null: none is to be.</summary>
    public Guid? Call { get; init; }

    public bool May(Permission permission) => Kind == ActorKind.System
        || (Role is { } role && RolePermissions.Of(role).Contains(permission) && (Scopes is not { } scopes || scopes.Contains(permission)));

    /// <summary>Forbidden unless the actor has the permission; for the first line of a verb.</summary>
    public Refusal? Lacks(Permission permission) => May(permission) ? null : Refusal.Forbidden;

    /// <summary>The actor of a signed-in principal (claims written at sign-in); <see cref="Anonymous"/> for any other.</summary>
    public static Actor From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            || !Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role))
        {
            return Anonymous;
        }

        var name = principal.FindFirstValue(NameClaim) ?? principal.Identity.Name ?? "";
        return principal.HasClaim(claim => claim.Type == KeyClaim) ? Key(principal, id, name, role) : User(id, name, role);
    }

    private static Actor Key(ClaimsPrincipal principal, Guid id, string name, Role role) => new(ActorKind.Key, id, name, role)
    {
        Scopes = Enum.TryParse<KeyScopes>(principal.FindFirstValue(ScopesClaim), out var scopes) ? scopes : KeyScopes.None,
        Call = Guid.TryParse(principal.FindFirstValue(CallClaim), CultureInfo.InvariantCulture, out var call) ? call : null,
    };
}
