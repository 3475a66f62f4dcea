using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// Compares two graphs of one stack: what an update from the first to the second would do. Whether a change makes a new resource
/// the provider knows: <see cref="ReplacementTable"/> keeps its answers, and what it has none for is taken for one that may.
/// </summary>
public static class GraphDiff
{
    public static StackDiff Compare(ResourceGraph before, ResourceGraph after)
    {
        var builder = new ChangeBuilder(before, after);
        var old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var real = !before.Emulated && !after.Emulated;
        var changes = new List<ResourceChange>();
        foreach (var resource in after.Resources)
        {
            var urn = new[] { resource.Urn }.Concat(resource.Aliases).FirstOrDefault(old.ContainsKey);
            var change = urn is null || !old.Remove(urn, out var previous) ? builder.Created(resource) : Changed(builder, previous, resource, real);
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        // What needs others is deleted before them. What is only looked up is nobody's to delete.
        changes.AddRange(before.Resources.Reverse()
            .Where(resource => old.ContainsKey(resource.Urn) && !resource.External)
            .Select(resource => builder.Deleted(resource)));
        var graph = after.Resources.Count > 0 ? after : before;
        return new StackDiff(graph.Stack, changes);
    }

    private static ResourceChange? Changed(ChangeBuilder builder, GraphResource old, GraphResource resource, bool real)
    {
        var properties = PropertyChanges.Of(old, resource);
        // Two states of the cloud: another id is another resource.
        var anew = real && resource.Custom && old.Id is not null && resource.Id is not null && old.Id != resource.Id;
        var replacement = anew ? new Replacement(Operation.Replace, $"it is another resource, {resource.Id}")
            : ReplacementOf(builder, old, resource, properties);
        return builder.Changed(old, resource, properties, replacement with { Ignored = resource.IgnoreChanges });
    }

    private static Replacement ReplacementOf(
        ChangeBuilder builder, GraphResource old, GraphResource resource, IReadOnlyList<PropertyChange> properties)
    {
        var operations = properties.Where(change => !change.Ignored)
            .ToLookup(change => OperationOf(builder, old, resource, change), change => change.Path.ToString());
        return operations[Operation.Replace].ToList() is { Count: > 0 } certain ? Replacement.Certain(certain)
            : operations[Operation.MayReplace].ToList() is { Count: > 0 } possible ? new Replacement(
                Operation.MayReplace, $"{string.Join(", ", possible)} not known to change in place")
            : Replacement.None;
    }

    private static Operation OperationOf(ChangeBuilder builder, GraphResource old, GraphResource resource, PropertyChange change)
    {
        if (!resource.Custom)
        {
            return Operation.Update;
        }

        if (resource.ReplaceOnChanges.Any(change.Path.IsUnder))
        {
            return Operation.MayReplace;
        }

        if (KubernetesReplacements.Shipped.Of(old, resource, builder.ProviderOf(resource), change) is { } operation)
        {
            return operation;
        }

        // What has been said of the Region is said once.
        return change.Path.IsUnder("tags") || change.Path.IsUnder("tagsAll")
            || (change.Path.Is("region") && resource.Type.StartsWith("aws:", StringComparison.Ordinal))
            ? Operation.Update
            : ReplacementTable.Shipped.Of(resource.Type, change);
    }
}
