namespace DrInfra.Policies.Reading;

/// <summary>Who refers to a resource: the reverse of <see cref="ReferenceResolver"/>, by type and property of the one that refers.</summary>
internal sealed class UserIndex(Estate estate)
{
    private readonly Dictionary<(string Type, string Property, string Target), Dictionary<Node, List<Node>>> _users = [];

    public IReadOnlyList<Node> Of(Node target, string userType, string property)
    {
        lock (_users)
        {
            var key = (userType, property, target.Type);
            if (!_users.TryGetValue(key, out var index))
            {
                index = [];
                foreach (var user in estate.OfType(userType))
                {
                    foreach (var reference in estate.References.FollowAll(user, user[property], target.Type))
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

                _users.Add(key, index);
            }

            return index.GetValueOrDefault(target) ?? (IReadOnlyList<Node>)[];
        }
    }
}
