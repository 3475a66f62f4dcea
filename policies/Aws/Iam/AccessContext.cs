namespace DrInfra.Policies.Aws.Iam;

/// <summary>What a request carries besides action and resource, by condition key. A key with no values is known to be absent.</summary>
internal sealed class AccessContext
{
    public static readonly AccessContext Empty = new([], null);

    private readonly (string Key, IReadOnlyList<string> Values)[] _keys;
    private readonly AccessContext? _first;

    private AccessContext((string Key, IReadOnlyList<string> Values)[] keys, AccessContext? first) => (_keys, _first) = (keys, first);

    public static AccessContext Of(params IEnumerable<(string Key, IReadOnlyList<string> Values)> pairs) => new([.. pairs], null);

    /// <summary>The same with more keys; those that are there already keep their values.</summary>
    public AccessContext With(params (string Key, IReadOnlyList<string> Values)[] more) => new(more, this);

    /// <summary>The values of a key; null where nobody knows them.</summary>
    public IReadOnlyList<string>? this[string key]
    {
        get
        {
            if (_first?[key] is { } values)
            {
                return values;
            }

            foreach (var own in _keys)
            {
                if (string.Equals(own.Key, key, StringComparison.OrdinalIgnoreCase))
                {
                    return own.Values;
                }
            }

            return null;
        }
    }
}
