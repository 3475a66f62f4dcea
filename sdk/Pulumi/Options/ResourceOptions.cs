namespace Pulumi;

/// <summary>What every resource can be told besides its arguments. Lists are never null.</summary>
public abstract class ResourceOptions
{
    // Made when first asked for: every resource has options, and most of these lists stay empty.
    private InputList<Resource>? _dependsOn;
    private List<string>? _ignoreChanges;
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;
    private List<Input<Alias>>? _aliases;
    private List<string>? _replaceOnChanges;
    private InputList<Resource>? _replaceWith;
    private ResourceHookBinding? _hooks;
    private List<string>? _hideDiffs;

    protected ResourceOptions()
    {
    }

    /// <summary>The id of an existing resource to read; null or empty registers a new one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The default is the stack.</summary>
    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= new InputList<Resource>();
        set => _dependsOn = value;
    }

    /// <summary>Inherited from the parent where null.</summary>
    public bool? Protect { get; set; }

    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    public string? Version { get; set; }
    public ProviderResource? Provider { get; set; }
    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    /// <summary>Accepted, never run: they need an engine.</summary>
    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    public string? PluginDownloadURL { get; set; }
    public bool? RetainOnDelete { get; set; }
    public Resource? DeletedWith { get; set; }

    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= new InputList<Resource>();
        set => _replaceWith = value;
    }

    /// <summary>Accepted, never run: they need an engine.</summary>
    public ResourceHookBinding Hooks
    {
        get => _hooks ??= new ResourceHookBinding();
        set => _hooks = value;
    }

    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    public Input<object>? ReplacementTrigger { get; set; }

    internal ResourceOptions Copy() => (ResourceOptions)MemberwiseClone();

    /// <summary>A new list with the elements of both, or null where there are none.</summary>
    private protected static List<T>? Join<T>(List<T>? first, List<T>? second) =>
        (first?.Count ?? 0) + (second?.Count ?? 0) == 0 ? null : [.. first ?? [], .. second ?? []];

    /// <summary>Scalars of <paramref name="other"/> win where set; lists are put one after the other.</summary>
    private protected void MergeFrom(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        _dependsOn = Join(_dependsOn, other._dependsOn);
        Protect = other.Protect ?? Protect;
        _ignoreChanges = Join(_ignoreChanges, other._ignoreChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        _resourceTransformations = Join(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Join(_resourceTransforms, other._resourceTransforms);
        _aliases = Join(_aliases, other._aliases);
        Urn = other.Urn ?? Urn;
        _replaceOnChanges = Join(_replaceOnChanges, other._replaceOnChanges);
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        _replaceWith = Join(_replaceWith, other._replaceWith);
        _hooks = other._hooks is { IsEmpty: false } hooks ? Hooks.Concat(hooks) : _hooks?.Clone();
        _hideDiffs = Join(_hideDiffs, other._hideDiffs);
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
    }

    private static InputList<Resource>? Join(InputList<Resource>? first, InputList<Resource>? second) =>
        first is null && second is null ? null : (first ?? []).Concat(second ?? []);
}
