using System.Collections.Concurrent;

namespace DrInfra.Policies.Graph;

/// <summary>A resource in its place: its stack, its parent, its Region, its tags, and its properties as rules read them.</summary>
public sealed class Node
{
    // Computed on first use, by whichever thread comes first; the same whoever does it.
    private Found<Node>? _provider;
    private Found<string>? _region;
    private IReadOnlyDictionary<string, string>? _tags;
    private ConcurrentDictionary<string, (PropertyValue Value, object? Read)>? _documents;

    internal Node(StackGraph stack, GraphResource resource)
    {
        Stack = stack;
        Resource = resource;
    }

    public StackGraph Stack { get; }

    public GraphResource Resource { get; }

    public string Urn => Resource.Urn;

    public string Type => Resource.Type;

    public string Name => Resource.Name;

    public Node? Parent => Resource.Parent is { } parent ? Stack.Find(parent) : null;

    /// <summary>The parent, its parent, and so on. A damaged file may hold a circle: it is walked once.</summary>
    public IEnumerable<Node> Ancestors
    {
        get
        {
            var seen = new HashSet<Node> { this };
            for (var parent = Parent; parent is not null && seen.Add(parent); parent = parent.Parent)
            {
                yield return parent;
            }
        }
    }

    /// <summary>The provider resource; null for a default provider that is not in the graph, and for components.</summary>
    public Node? Provider => (_provider ??= new Found<Node>(Stack.Find(WithoutId(Resource.Provider)))).Value;

    /// <summary>The Region that the resource is in; null where nothing says so. Global services have the Region of their provider.</summary>
    public string? Region => (_region ??= new Found<string>(Stack.Names.RegionOf(this))).Value;

    /// <summary>What the program stated; absent where it did not.</summary>
    public Prop Input(string name) => new(Resource.Inputs[name], name);

    /// <summary>What the provider computed; absent where it is not in the graph.</summary>
    public Prop Output(string name) => new(Resource.Outputs[name], name);

    /// <summary>
    /// A property: the input; else a known output (what the service chose); else absent. An output that is only unknown is
    /// absent too: the program did not state it, so the service's default holds.
    /// </summary>
    public Prop this[string name]
    {
        get
        {
            var input = Input(name);
            if (!input.IsAbsent)
            {
                return input;
            }

            var output = Output(name);
            return output.IsUnknown ? input : output;
        }
    }

    /// <summary>The tags with the provider's default tags under them; tags whose value is unknown are left out.</summary>
    public IReadOnlyDictionary<string, string> Tags => _tags ??= Stack.Names.TagsOf(this);

    /// <summary>One tag; null where it is not there.</summary>
    public string? Tag(string key) => Tags.GetValueOrDefault(key);

    /// <summary>The workload by tag; null where there is none. <c>shared</c> is what all workloads have in common.</summary>
    public string? Workload => Tag(DrTags.Workload);

    /// <summary>What is read of a property that takes long to read, such as JSON text: once for all that ask. One type per path.</summary>
    internal T Once<T>(Prop property, Func<Node, Prop, T> read) where T : class?
    {
        if (property.Value is not { } value)
        {
            return read(this, property);
        }

        var documents = _documents ?? Interlocked.CompareExchange(ref _documents, new(StringComparer.Ordinal), null) ?? _documents;
        var path = property.Path;
        // An input and an output have the same path.
        if (documents.TryGetValue(path, out var known) && ReferenceEquals(known.Value, value))
        {
            return (T)known.Read!;
        }

        var document = read(this, property);
        documents[path] = (value, document);
        return document;
    }

    public override string ToString() => $"{Type} {Name}";

    private static string? WithoutId(string? provider)
    {
        if (provider is null)
        {
            return null;
        }

        var at = provider.LastIndexOf("::", StringComparison.Ordinal);
        return at < 0 ? provider : provider[..at];
    }

    private sealed record Found<T>(T? Value) where T : class;
}
