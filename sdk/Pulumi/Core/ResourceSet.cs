using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources a value came from: none, one, or many. A single word, because nearly every output has none or one.</summary>
internal readonly struct ResourceSet
{
    private readonly object? _members;

    private ResourceSet(object? members) => _members = members;

    internal bool IsEmpty => _members is null;

    /// <summary>Whether nothing is left to wait for: a component may still get resources in it.</summary>
    internal bool IsRegistered => _members switch
    {
        null => true,
        Resource one => IsThere(one),
        _ => ((ImmutableHashSet<Resource>)_members).All(IsThere),
    };

    internal static ResourceSet Of(Resource resource) => new(resource);

    internal ResourceSet Union(ResourceSet other)
    {
        if (other._members is null || ReferenceEquals(_members, other._members))
        {
            return this;
        }

        if (_members is null)
        {
            return other;
        }

        var mine = ToImmutable();
        var theirs = other.ToImmutable();
        return new ResourceSet(mine.Count >= theirs.Count ? mine.Union(theirs) : theirs.Union(mine));
    }

    internal static ResourceSet Union(IEnumerable<ResourceSet> sets)
    {
        var all = ImmutableHashSet.CreateBuilder<Resource>();
        foreach (var set in sets)
        {
            if (set._members is Resource one)
            {
                all.Add(one);
            }
            else if (set._members is ImmutableHashSet<Resource> many)
            {
                all.UnionWith(many);
            }
        }

        return all.Count switch
        {
            0 => default,
            1 => new ResourceSet(all.First()),
            _ => new ResourceSet(all.ToImmutable()),
        };
    }

    internal ImmutableHashSet<Resource> ToImmutable() => _members switch
    {
        null => [],
        Resource one => [one],
        _ => (ImmutableHashSet<Resource>)_members,
    };

    private static bool IsThere(Resource resource) => resource is CustomResource { Registration.IsSuccessful: true };
}
