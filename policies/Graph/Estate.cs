using System.Collections.Concurrent;

namespace DrInfra.Policies.Graph;

/// <summary>All resources that are judged together: one stack, or a pair, or several. Resources are ordered by stack and URN.</summary>
public sealed class Estate
{
    private readonly Dictionary<string, IReadOnlyList<Node>> _byType;

    private readonly ConcurrentDictionary<Type, Lazy<object>> _read = new();

    private Estate(IReadOnlyList<StackGraph> stacks, INames names)
    {
        Stacks = stacks;
        All = [.. stacks.SelectMany(stack => stack.Nodes).OrderBy(node => node.Urn, StringComparer.Ordinal)];
        _byType = All.GroupBy(node => node.Type, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<Node>)[.. group], StringComparer.Ordinal);
        References = new ReferenceResolver(this, names);
    }

    /// <summary>The stacks, by name.</summary>
    public IReadOnlyList<StackGraph> Stacks { get; }

    public IReadOnlyList<Node> All { get; }

    /// <summary>Follows references between resources.</summary>
    public ReferenceResolver References { get; }

    /// <param name="names">What names mean in the cloud that the resources are of.</param>
    /// <exception cref="ArgumentException">Two of the graphs are the same stack.</exception>
    public static Estate Of(IEnumerable<ResourceGraph> graphs, INames names)
    {
        StackGraph[] stacks = [.. graphs.Select(graph => new StackGraph(graph, names))
            .OrderBy(stack => stack.Name, StringComparer.Ordinal).ThenBy(stack => stack.Project, StringComparer.Ordinal)];
        for (var i = 1; i < stacks.Length; i++)
        {
            if (stacks[i].Name == stacks[i - 1].Name && stacks[i].Project == stacks[i - 1].Project)
            {
                throw new ArgumentException($"stack {stacks[i].Name} of project {stacks[i].Project} is given twice", nameof(graphs));
            }
        }

        return new Estate(stacks, names);
    }

    /// <summary>The resources of a type, by URN.</summary>
    public IReadOnlyList<Node> OfType(string type) => _byType.GetValueOrDefault(type) ?? [];

    /// <summary>The resources of several types, by type and URN.</summary>
    public IEnumerable<Node> OfTypes(params IEnumerable<string> types) => types.SelectMany(OfType);

    /// <summary>The types that occur.</summary>
    public IEnumerable<string> Types => _byType.Keys;

    public Node? Find(string? urn)
    {
        foreach (var stack in Stacks)
        {
            if (stack.Find(urn) is { } node)
            {
                return node;
            }
        }

        return null;
    }

    /// <summary>
    /// The resources of a type that refer to this one in a property: the versioning of a bucket, the instances of a cluster. By URN.
    /// </summary>
    public IReadOnlyList<Node> UsersOf(Node node, string userType, string property) =>
        Once(static estate => new UserIndex(estate)).Of(node, userType, property);

    /// <summary>What is read of the estate once for all that ask: an index, a list. One per type.</summary>
    internal T Once<T>(Func<Estate, T> read) where T : class =>
        (T)_read.GetOrAdd(typeof(T), static (_, state) => new Lazy<object>(() => state.Read(state.Estate)), (Read: read, Estate: this)).Value;
}
