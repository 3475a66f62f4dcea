namespace DrInfra.SdkGenerator.Schema;

/// <summary>A package's schema in memory: names and types only.</summary>
internal sealed class PackageSchema(string package, string version, CSharpNames names)
{
    internal string Package { get; } = package;

    internal string Version { get; } = version;

    internal CSharpNames Names { get; } = names;

    internal SortedDictionary<string, ResourceSpec> Resources { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, FunctionSpec> Functions { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, SpecialSpec> Specials { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, ObjectType> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Enum key, then member name, to value; members in schema order.</summary>
    internal SortedDictionary<string, IReadOnlyList<KeyValuePair<string, string>>> Enums { get; } = new(StringComparer.Ordinal);

    /// <summary>The token under which a special class is added.</summary>
    internal string SpecialToken(SpecialSpec special) => $"{Package}:{special.Module}:{special.Class}";
}
