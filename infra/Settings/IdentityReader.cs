using DrInfra.Infra.Conventions;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>
/// Reads <c>identities</c>: by the role of the stack that they are of, what <c>drctl record</c> has written down. Also what it writes down is read
/// with this.
/// </summary>
public static class IdentityReader
{
    /// <summary>The setting, and the output that it comes from.</summary>
    public const string Key = "identities";

    private static readonly Dictionary<string, StackRole> Roles = new[] { StackRole.Primary, StackRole.Standby }.ToDictionary(ResourceTags.RoleText);

    /// <summary>The identities of the other stack that stand in an object. What is wrong with it is added to the problems.</summary>
    /// <param name="roles">An object with the role as its only key.</param>
    /// <param name="settings">The settings of the stack that records them, complete but for these.</param>
    public static IReadOnlyList<(RandomIdentity Identity, string Id)> Read(SettingsMap roles, PlatformSettings settings)
    {
        var other = settings.OtherRole;
        var (mine, theirs) = (ResourceTags.RoleText(settings.Role), ResourceTags.RoleText(other));
        var ids = new List<(RandomIdentity, string)>();
        foreach (var member in roles.Members)
        {
            if (!Roles.TryGetValue(member.Key, out var role))
            {
                var nearest = NearestName.Of(member.Key, Roles.Keys);
                roles.Problem(member.Key, NearestName.Hint("not the role of a stack", nearest), theirs, $"rename it to {theirs}, or remove it");
            }
            else if (role == settings.Role)
            {
                roles.Problem(
                    member.Key, $"stack {settings.Stack} is the {mine}, and knows its own identities", $"those of the {theirs}",
                    $"record the output of the {theirs}'s stack");
            }
            else if (roles.Map(member.Key, "names and ids") is { } names)
            {
                ids.AddRange(OfOwner(names, settings, other));
            }
        }

        return ids;
    }

    private static IEnumerable<(RandomIdentity, string)> OfOwner(SettingsMap names, PlatformSettings settings, StackRole owner)
    {
        var known = RandomIdentity.Of(settings, owner).ToDictionary(identity => identity.Name, StringComparer.Ordinal);
        foreach (var member in names.Members)
        {
            if (!known.TryGetValue(member.Key, out var identity))
            {
                var allowed = known.Count == 0 ? "nothing: no store of these settings needs one" : string.Join(", ", known.Keys);
                names.Problem(
                    member.Key, NearestName.Hint("no store of these settings has this identity", NearestName.Of(member.Key, known.Keys)), allowed, "remove it");
            }
            else if (names.Text(member.Key, identity.Form, identity.Allowed) is { Length: > 0 } id)
            {
                yield return (identity, id);
            }
        }
    }
}
