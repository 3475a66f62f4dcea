namespace DrInfra.Policies.Graph;

/// <summary>A resource while its fields are read one by one. A record would be copied for each of them.</summary>
internal sealed class ResourceDraft
{
    public string Urn { get; set; } = "";

    public string Type { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Custom { get; set; }

    public bool External { get; set; }

    public string? Id { get; set; }

    public string? Parent { get; set; }

    public string? Provider { get; set; }

    public MapValue Inputs { get; set; } = MapValue.Empty;

    public MapValue Outputs { get; set; } = MapValue.Empty;

    public IReadOnlyList<string> Dependencies { get; set; } = [];

    public DependencyMap PropertyDependencies { get; set; } = DependencyMap.Empty;

    public bool Protect { get; set; }

    public bool RetainOnDelete { get; set; }

    public string? DeletedWith { get; set; }

    public IReadOnlyList<string> IgnoreChanges { get; set; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; set; } = [];

    public bool? DeleteBeforeReplace { get; set; }

    public IReadOnlyList<string> AdditionalSecretOutputs { get; set; } = [];

    public ResourceTimeouts? CustomTimeouts { get; set; }

    public IReadOnlyList<string> Aliases { get; set; } = [];

    public GraphResource Finish() => new()
    {
        Urn = Urn,
        Type = Type,
        Name = Name,
        Custom = Custom,
        External = External,
        Id = Id,
        Parent = Parent,
        Provider = Provider,
        Inputs = Inputs,
        Outputs = Outputs,
        Dependencies = Dependencies,
        PropertyDependencies = PropertyDependencies,
        Protect = Protect,
        RetainOnDelete = RetainOnDelete,
        DeletedWith = DeletedWith,
        IgnoreChanges = IgnoreChanges,
        ReplaceOnChanges = ReplaceOnChanges,
        DeleteBeforeReplace = DeleteBeforeReplace,
        AdditionalSecretOutputs = AdditionalSecretOutputs,
        CustomTimeouts = CustomTimeouts,
        Aliases = Aliases,
    };
}
