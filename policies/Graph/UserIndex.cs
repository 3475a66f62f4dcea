using System.Collections.Concurrent;

namespace DrInfra.Policies.Graph;

/// <summary>Who refers to a resource: the reverse of <see cref="ReferenceResolver"/>, by type and property of the one that refers.</summary>
internal sealed class UserIndex(Estate estate)
{
    private readonly ConcurrentDictionary<(string Type, string Property, string Target), Dictionary<Node, List<Node>>> _users = new();

    public IReadOnlyList<Node> Of(Node target, string userType, string property) =>
        _users.GetOrAdd((userType, property, target.Type), static (key, estate) => Index(estate, key.Type, key.Property, key.Target), estate)
            .GetValueOrDefault(target) ?? (IReadOnlyList<Node>)[];

    private static Dictionary<Node, List<Node>> Index(Estate estate, string userType, string property, string targetType)
    {
        var index = new Dictionary<Node, List<Node>>();
        foreach (var user in estate.OfType(userType))
        {
            foreach (var reference in estate.References.FollowAll(user, user[property], targetType))
            {
                if (reference.Target is { } found)
                {
                    if (!index.TryGetValue(found, out var users))
                    {
                        index.Add(found, users = []);
                    }

                    users.Add(user);
                }
            }
        }

        return index;
    }
}
