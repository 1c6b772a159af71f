using System.Text.Json;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;

namespace PrivacyPortal.Demo;

/// <summary>
/// An API key of each role with all its scopes, made as anybody's are: by the administrator, the DPO's with the DPO's word. They stay the same
/// from start to start, because a portal keeps no key that it could show again.
/// </summary>
public sealed class DemoKeys(ApiKeyDesk desk, DemoPeople people, DemoFolder folder)
{
    public async Task<IReadOnlyDictionary<string, string>> KeysAsync(CancellationToken ct)
    {
        if (folder.ReadKeys() is { } made)
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(made)!;
        }

        var keys = new Dictionary<string, string>();
        var administrator = await people.ActorAsync(DemoPerson.Administrator);
        foreach (var person in (DemoPerson[])[DemoPerson.Administrator, DemoPerson.Dpo, DemoPerson.Auditor])
        {
            var wish = new ApiKeyWish($"Demo, {person.Key}", person.Role, ScopePermissions.AllFor(person.Role), ApiKeyWish.MostDays);
            var asked = Demanded.Of(await desk.CreateAsync(administrator, wish, ct))!;
            keys[person.Key] = asked.Secret ?? Demanded.Of(await desk.ConfirmAsync(await people.ActorAsync(DemoPerson.Dpo), asked.Id, ct))!.Secret!;
        }

        folder.WriteKeys(JsonSerializer.Serialize(keys));
        return keys;
    }
}
