namespace DrInfra.Policies.Aws.Iam;

/// <summary>What a request carries besides action and resource, by condition key. A key with no values is known to be absent.</summary>
internal sealed class AccessContext
{
    public static readonly AccessContext Empty = new([]);

    private AccessContext(Dictionary<string, IReadOnlyList<string>> keys) => Keys = keys;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys { get; }

    public static AccessContext Of(params IEnumerable<(string Key, IReadOnlyList<string> Values)> pairs) =>
        new(pairs.ToDictionary(pair => pair.Key, pair => pair.Values, StringComparer.OrdinalIgnoreCase));

    public AccessContext With(params IEnumerable<(string Key, IReadOnlyList<string> Values)> more)
    {
        var keys = new Dictionary<string, IReadOnlyList<string>>(Keys, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, values) in more)
        {
            keys.TryAdd(key, values);
        }

        return new AccessContext(keys);
    }
}
