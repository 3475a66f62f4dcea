using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>Makes changes of resources, with what is to be refused of them. Knows the stack before and after.</summary>
internal sealed class ChangeBuilder
{
    private readonly Estate _before;
    private readonly Estate _after;
    private readonly Places _places;

    public ChangeBuilder(ResourceGraph before, ResourceGraph after)
    {
        _before = Estate.Of([before], AwsNames.Instance);
        _after = Estate.Of([after], AwsNames.Instance);
        _places = new Places(before, after);
    }

    /// <inheritdoc cref="Places.ProviderOf"/>
    public GraphResource? ProviderOf(GraphResource resource) => _places.ProviderOf(resource);

    public ResourceChange Created(GraphResource resource, string? note = null) => Change(resource, Operation.Create, RoleOf(null, resource), [], [], [], note);

    public ResourceChange Deleted(GraphResource resource, string? note = null)
    {
        var role = RoleOf(resource, null);
        return Change(resource, Operation.Delete, role, [], [], role?.Deletion(resource) is { } refusal ? [refusal] : [], note ?? GoneWith(resource));
    }

    /// <summary>What a replacement of the past left behind goes.</summary>
    public static ResourceChange LeftoverDeleted(GraphResource resource)
    {
        var role = StatefulTypes.Find(resource.Type) is { } kind ? new DataRole(kind, null) : null;
        return Change(
            resource, Operation.Delete, role, [], [], role?.Deletion(resource) is { } refusal ? [refusal with { UnlessKept = false }] : [],
            "a leftover of an earlier replacement");
    }

    /// <summary>A change of a resource that stays, or is replaced.</summary>
    /// <param name="replaces">Whether the changes of properties make a new resource.</param>
    /// <param name="properties">The properties that differ.</param>
    public ResourceChange? Changed(GraphResource old, GraphResource resource, IReadOnlyList<PropertyChange> properties, Replacement replaces)
    {
        var place = _places.Between(old, resource);
        var options = ResourceOptions.Compare(old, resource).ToList();
        if (place is not null)
        {
            options.Add(place.Option);
        }

        if (properties.Count == 0 && options.Count == 0 && replaces.Operation is not Operation.Replace)
        {
            return null;
        }

        var operation = place is { Certain: true } ? Operation.Replace
            : replaces.Operation != Operation.Update ? replaces.Operation
            : place is not null ? Operation.MayReplace
            : options.Count > 0 || properties.Any(change => !change.Ignored) ? Operation.Update
            : Operation.Ignored;
        var role = RoleOf(old, resource);
        IEnumerable<Refusal> refusals = role is null
            ? []
            : Refusals(role, old, resource, replaces, place).DistinctBy(refusal => (refusal.Rule, refusal.Reason));
        return Change(resource, operation, role, properties, options, refusals, null) with { OldUrn = old.Urn == resource.Urn ? null : old.Urn };
    }

    private static IEnumerable<Refusal> Refusals(DataRole role, GraphResource old, GraphResource resource, Replacement replaces, PlaceChange? place)
    {
        if (replaces.Operation is Operation.Replace or Operation.MayReplace
            && role.Replacement(resource.Type, replaces.Because, replaces.Operation == Operation.Replace) is { } replaced)
        {
            yield return replaced;
        }

        if (place is not null && role.Replacement(resource.Type, place.Because, place.Certain) is { } moved)
        {
            yield return moved;
        }

        if (old.Protect && !resource.Protect)
        {
            yield return new Refusal(OperationRules.ProtectionRemoved, "removes protect");
        }

        if (old.RetainOnDelete && !resource.RetainOnDelete)
        {
            yield return new Refusal(OperationRules.ProtectionRemoved, "removes retainOnDelete");
        }

        foreach (var refusal in DataGuards.Refusals(resource.Type, old.Inputs, resource.Inputs, replaces.Ignored))
        {
            yield return refusal;
        }
    }

    private static ResourceChange Change(
        GraphResource resource,
        Operation operation,
        DataRole? role,
        IReadOnlyList<PropertyChange> properties,
        IReadOnlyList<OptionChange> options,
        IEnumerable<Refusal> refusals,
        string? note) => new()
        {
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Operation = operation,
            IsData = role is not null,
            Properties = properties,
            Options = options,
            Refusals = [.. refusals],
            Note = note,
        };

    private DataRole? RoleOf(GraphResource? old, GraphResource? resource) =>
        DataRole.Of(_before, _before.Find(old?.Urn)) ?? DataRole.Of(_after, _after.Find(resource?.Urn));

    private static string? GoneWith(GraphResource resource) =>
        resource.DeletedWith is { } other && ResourceUrn.TryParse(other, out var urn) ? $"is deleted with {urn.Name}" : null;
}

/// <summary>Whether a change makes a new resource: <see cref="Operation.Update"/>, <see cref="Operation.MayReplace"/> or
/// <see cref="Operation.Replace"/>.</summary>
/// <param name="Because">What forces it, as the end of a sentence.</param>
internal sealed record Replacement(Operation Operation, string Because)
{
    public static Replacement None { get; } = new(Operation.Update, string.Empty);

    /// <summary>A change of properties of which it is known that it makes a new resource.</summary>
    public static Replacement Certain(IReadOnlyList<string> properties) =>
        new(Operation.Replace, $"{string.Join(", ", properties)} {(properties.Count == 1 ? "changes" : "change")}, which creates a new one");

    /// <summary>Paths of properties that an update would leave as they are.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
