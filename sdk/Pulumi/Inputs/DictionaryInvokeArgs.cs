using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Arguments given by wire name.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> GetMembers() => dictionary;
}
