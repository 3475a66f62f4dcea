using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments given by wire name.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> GetMembers() => dictionary;
}
