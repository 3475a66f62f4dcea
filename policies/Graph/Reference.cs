namespace DrInfra.Policies.Graph;

/// <summary>How a reference came out.</summary>
public enum ReferenceKind
{
    /// <summary>The property is not stated.</summary>
    Absent,

    /// <summary>The resource is in the graph.</summary>
    Found,

    /// <summary>The value is known, and what it names is not in the graph.</summary>
    Outside,

    /// <summary>The value is unknown, and its dependencies do not tell which resource it is.</summary>
    Unknown,
}

/// <summary>What a property refers to.</summary>
/// <param name="Target">The resource, where it was found.</param>
/// <param name="Text">The value, where it is known.</param>
/// <param name="Disagrees">Whether value and dependencies name different resources; the value's is <paramref name="Target"/> then.</param>
public readonly record struct Reference(ReferenceKind Kind, Node? Target, string? Text, string Path, bool Disagrees = false)
{
    public bool IsUnknown => Kind == ReferenceKind.Unknown;

    public bool IsAbsent => Kind == ReferenceKind.Absent;

    /// <summary>The Region of what is referred to: of the resource, else of the value; null where neither tells.</summary>
    public string? Region => Target?.Region ?? NamedRegion;

    /// <summary>The Region that the value names.</summary>
    internal string? NamedRegion { get; init; }
}
