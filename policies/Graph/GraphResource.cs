namespace DrInfra.Policies.Graph;

/// <summary>One resource as the engine's state, a preview or an export shows it.</summary>
public sealed record GraphResource
{
    public required string Urn { get; init; }

    /// <summary>The type token, such as <c>aws:s3/bucket:Bucket</c>.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether a provider manages it; false for components and the stack.</summary>
    public bool Custom { get; init; }

    /// <summary>Whether it is only looked up: somebody else manages it.</summary>
    public bool External { get; init; }

    /// <summary>The provider's id; null for components, and where it is not known yet.</summary>
    public string? Id { get; init; }

    /// <summary>The parent's URN; null for the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>The provider's URN and id, joined by <c>::</c>; null for components and for what the default provider manages.</summary>
    public string? Provider { get; init; }

    public MapValue Inputs { get; init; } = MapValue.Empty;

    public MapValue Outputs { get; init; } = MapValue.Empty;

    /// <summary>URNs of all resources that must exist before this one.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public DependencyMap PropertyDependencies { get; init; } = DependencyMap.Empty;

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>The URN of the resource whose deletion takes this one along; null where none does.</summary>
    public string? DeletedWith { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Null where the program leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public ResourceTimeouts? CustomTimeouts { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];
}
