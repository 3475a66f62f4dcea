using System.Collections.Immutable;
using DrInfra.Policies.Graph;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>What is known of a resource while the program runs. The mocks of the SDK see neither parents nor options.</summary>
internal sealed class RecordedResource(Resource resource, RecordedResource? parent, ResourceUrn urn, string urnText)
{
    public Resource Resource { get; } = resource;

    public RecordedResource? Parent { get; } = parent;

    public List<RecordedResource> Children { get; } = [];

    public ResourceUrn UrnParts { get; } = urn;

    public string Urn { get; } = urnText;

    public string Type => UrnParts.Type;

    public string Name => UrnParts.Name;

    public bool Custom => Resource is CustomResource;

    public bool IsStack => Parent is null;

    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    /// <summary>Like protection and retention its own, or inherited from the parent: the engine passes these three on.</summary>
    public RecordedResource? DeletedWith { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public ResourceTimeouts? Timeouts { get; init; }

    public string? ImportId { get; init; }

    public IReadOnlyList<Input<Alias>> Aliases { get; init; } = [];

    /// <summary>The providers that it hands to what is below it, by package; null for none.</summary>
    public IReadOnlyDictionary<string, ProviderResource>? Providers { get; init; }

    /// <summary>The provider given to itself, or inherited.</summary>
    public ProviderResource? Provider { get; init; }

    public Output<ImmutableArray<Resource>>? DependsOn { get; init; }

    /// <summary>The inputs as the program gave them, until they are read.</summary>
    public IReadOnlyList<(InputMember Member, object Value)>? Given { get; set; }

    /// <summary>Whether the arguments are of a class that does not show them; then the mock's view of them counts.</summary>
    public bool GivenHidden { get; init; }

    /// <summary>Whether the cloud was asked for it: all that it waited for was there.</summary>
    public bool Asked { get; set; }

    public bool IsAnswered { get; set; }

    public MapValue Inputs { get; set; } = MapValue.Empty;

    /// <summary>The resources that each input was made from.</summary>
    public IReadOnlyList<(string Property, Resource[] Sources)> PropertySources { get; set; } = [];

    public string? Id { get; set; }

    /// <summary>What the cloud answered, or a component registered.</summary>
    public MapValue Outputs { get; set; } = MapValue.Empty;
}
