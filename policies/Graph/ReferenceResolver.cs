using System.Collections.Concurrent;

namespace DrInfra.Policies.Graph;

/// <summary>
/// Finds what a property refers to, in this order: the property's dependency URNs (the one of a wanted type), identity (id, ARN,
/// name), a value computed from names. The first works where values are unknown, before the first deployment; the others across
/// stacks.
/// </summary>
public sealed class ReferenceResolver
{
    // Names by which others may refer to a resource, in any provider.
    private static readonly string[] IdentityProperties =
    [
        "arn", "id", "name", "bucket", "clusterName", "clusterIdentifier", "globalClusterIdentifier", "identifier", "keyId", "clusterResourceId",
        "functionName", "alarmName", "replicatorName", "globalReplicationGroupId", "replicationGroupId", "domainName", "fileSystemId", "ruleName",
    ];

    private readonly Estate _estate;
    private readonly ConcurrentDictionary<string, Dictionary<string, List<Node>>> _byIdentity = new(StringComparer.Ordinal);

    private readonly INames _names;

    internal ReferenceResolver(Estate estate, INames names)
    {
        _estate = estate;
        _names = names;
    }

    /// <summary>What one property of a resource refers to, among resources of these types.</summary>
    public Reference Follow(Node from, Prop property, params IReadOnlyList<string> types)
    {
        var path = property.Path;
        if (property.IsAbsent)
        {
            return new Reference(ReferenceKind.Absent, null, null, path);
        }

        var declared = Declared(from, property.RootName, types);
        if (property.IsUnknown)
        {
            return declared.Count == 1
                ? new Reference(ReferenceKind.Found, declared[0], null, path)
                : new Reference(ReferenceKind.Unknown, null, null, path);
        }

        var text = property.Text;
        // What a service leaves out is an empty text in an export.
        if (string.IsNullOrEmpty(text))
        {
            return new Reference(ReferenceKind.Absent, null, null, path);
        }

        var named = Named(from, text, types);
        if (named is not null)
        {
            return new Reference(
                ReferenceKind.Found, named, text, path, declared.Count > 0 && !declared.Contains(named)) { NamedRegion = _names.RegionIn(text) };
        }

        return declared.Count == 1 && !HasIdentity(declared[0])
            ? new Reference(ReferenceKind.Found, declared[0], text, path) { NamedRegion = _names.RegionIn(text) }
            : new Reference(ReferenceKind.Outside, null, text, path) { NamedRegion = _names.RegionIn(text) };
    }

    /// <summary>The same for a resource's own property.</summary>
    public Reference Follow(Node from, string property, params IReadOnlyList<string> types) => Follow(from, from[property], types);

    /// <summary>
    /// What the items of a list refer to. Where items are unknown, the declared dependencies of these types that no known item
    /// names stand for them, if there are as many.
    /// </summary>
    public IReadOnlyList<Reference> FollowAll(Node from, Prop list, params IReadOnlyList<string> types)
    {
        if (list.IsAbsent)
        {
            return [];
        }

        var declared = Declared(from, list.RootName, types);
        if (list.IsUnknown)
        {
            return declared.Count > 0
                ? [.. declared.Select(node => new Reference(ReferenceKind.Found, node, null, list.Path))]
                : [new Reference(ReferenceKind.Unknown, null, null, list.Path)];
        }

        Prop[] items = list.Value is ListValue ? [.. list.Items] : [list];
        var references = items.Select(item => item.IsUnknown
            ? new Reference(ReferenceKind.Unknown, null, null, item.Path)
            : Follow(from, item, types)).ToArray();
        Node[] rest = [.. declared.Where(node => !references.Any(reference => reference.Target == node))];
        var unknown = references.Count(reference => reference.IsUnknown);
        if (unknown > 0 && rest.Length == unknown)
        {
            var next = 0;
            for (var i = 0; i < references.Length; i++)
            {
                if (references[i].IsUnknown)
                {
                    references[i] = new Reference(ReferenceKind.Found, rest[next++], null, references[i].Path);
                }
            }
        }

        return references;
    }

    /// <summary>A resource of one of these types by id, ARN or name; in the Region of the one that asks where several have the name.</summary>
    public Node? Named(Node? from, string text, params IReadOnlyList<string> types)
    {
        // Nearly always one type is meant, and one resource.
        if (types.Count == 1 && Identities(types[0]).TryGetValue(text, out var only) && only.Count == 1)
        {
            return only[0];
        }

        return AmongSeveral(from, text, types);
    }

    private Node? AmongSeveral(Node? from, string text, IReadOnlyList<string> types)
    {
        var candidates = new List<Node>();
        foreach (var type in types)
        {
            if (Identities(type).TryGetValue(text, out var exact))
            {
                candidates.AddRange(exact);
            }
            else if (_names.NameIn(text, type) is { } name && Identities(type).TryGetValue(name, out var named))
            {
                candidates.AddRange(named.Where(node => _names.CanMean(text, node)));
            }
        }

        if (candidates.Count <= 1 || from is null)
        {
            return candidates.Count == 1 ? candidates[0] : null;
        }

        Node[] near = [.. candidates.Where(node => node.Stack == from.Stack && node.Region == from.Region)];
        if (near.Length == 1)
        {
            return near[0];
        }

        near = [.. candidates.Where(node => node.Region == from.Region)];
        return near.Length == 1 ? near[0] : null;
    }

    /// <summary>The resources of these types that a property was made from, by the engine's record; through components to their children.</summary>
    public static IReadOnlyList<Node> Declared(Node from, string property, params IReadOnlyList<string> types)
    {
        List<Node>? found = null;
        foreach (var urn in from.Resource.PropertyDependencies[property])
        {
            if (from.Stack.Find(urn) is { } node && (types.Count == 0 || types.Contains(node.Type, StringComparer.Ordinal)))
            {
                (found ??= []).Add(node);
            }
        }

        return found ?? (IReadOnlyList<Node>)[];
    }

    // In a first preview a resource may be there with nothing known that others could name it by.
    private static bool HasIdentity(Node node) =>
        node.Resource.Id is not null || Array.Exists(IdentityProperties, property => node[property].Text is not null);

    private Dictionary<string, List<Node>> Identities(string type) =>
        _byIdentity.GetOrAdd(type, static (wanted, estate) => Index(estate.OfType(wanted)), _estate);

    private static Dictionary<string, List<Node>> Index(IReadOnlyList<Node> nodes)
    {
        var index = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            Add(node.Resource.Id, node);
            foreach (var property in IdentityProperties)
            {
                Add(node.Input(property).Text, node);
                Add(node.Output(property).Text, node);
            }
        }

        return index;

        void Add(string? identity, Node node)
        {
            if (string.IsNullOrEmpty(identity))
            {
                return;
            }

            if (!index.TryGetValue(identity, out var known))
            {
                index.Add(identity, known = []);
            }

            // The properties of one resource come one after the other.
            if (known.Count == 0 || known[^1] != node)
            {
                known.Add(node);
            }
        }
    }
}
