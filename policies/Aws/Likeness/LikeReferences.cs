namespace DrInfra.Policies.Aws.Likeness;

/// <summary>What a text in a resource refers to. Looked up only where two texts differ, so nothing is indexed before.</summary>
internal sealed class LikeReferences(Estate estate, IReadOnlyList<(Node First, Node Second)> pairs)
{
    private static readonly string[] Own = ["arn", "arnSuffix", "keyId", "dnsName", "invokeArn", "qualifiedArn", "bootstrapBrokersSaslIam"];

    private readonly Lazy<Dictionary<string, Node?>> _identities = new(() => Index(estate));
    private readonly Lazy<HashSet<Node>> _paired = new(() => [.. pairs.Select(pair => pair.First), .. pairs.Select(pair => pair.Second)]);

    /// <summary>The resource that an id or ARN means, whatever its type; none where two have it, as with names.</summary>
    public Node? Find(string text) => _identities.Value.TryGetValue(text, out var found) ? found : NamedByArn(text);

    /// <summary>Whether the text means a resource that is in one Region alone, so that both Regions must name that one.</summary>
    public bool IsOnlyOne(string text) =>
        Find(text) is { } node && !_paired.Value.Contains(node);

    private Node? NamedByArn(string text) => Arn.TryParse(text, out var arn)
        ? estate.References.Named(null, text, [.. estate.Types.Where(type => ArnNames.Matches(type, arn))])
        : null;

    private static Dictionary<string, Node?> Index(Estate estate)
    {
        var index = new Dictionary<string, Node?>(StringComparer.Ordinal);
        foreach (var node in estate.All)
        {
            if (node.Resource.Custom)
            {
                Add(IsOfAnother(node) ? null : node.Resource.Id, node);
                foreach (var property in Own)
                {
                    // What a resource states as input is the name of another one.
                    Add(node.Input(property).IsAbsent ? node.Output(property).Text : null, node);
                }
            }
        }

        return index;

        // A policy or a scaling of a resource often has that one's ARN as its id.
        static bool IsOfAnother(Node node) => Arn.TryParse(node.Resource.Id ?? "", out _) && node.Resource.Inputs.Values
            .Any(input => input is TextValue text && text.Value == node.Resource.Id);

        void Add(string? text, Node node)
        {
            if (!string.IsNullOrEmpty(text))
            {
                index[text] = index.TryGetValue(text, out var other) && other != node ? null : node;
            }
        }
    }
}
