using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>The properties in which two states of a resource differ.</summary>
internal static class PropertyChanges
{
    public static List<PropertyChange> Of(GraphResource old, GraphResource resource) =>
        [.. PropertyComparer.Compare(Stated(old), Stated(resource))
            .Where(found => !IsTheSameReference(old, resource, found.Path, found.Old, found.New))
            .Select(found => new PropertyChange(found.Path, found.Old, found.New, resource.IgnoreChanges.Any(found.Path.IsUnder)))];

    /// <summary>
    /// The same of what the engine is about to do. It has left out what is to be ignored, says what differs where a preview does not show
    /// it (secrets), and where what is there is not what the program wants (outputs).
    /// </summary>
    public static List<PropertyChange> Of(PreviewStep step)
    {
        var (old, resource) = (AsItIs(step), step.New!);
        var drifted = step.OutputDifferences.Select(path => PropertyPath.Of(path).Root).Where(root => step.Old!.Outputs[root] is not null)
            .ToHashSet(StringComparer.Ordinal);
        var found = Of(old, resource).ConvertAll(change => change with { Ignored = false });
        found.RemoveAll(change => drifted.Contains(change.Path.Root) && !step.Differences.Any(change.Path.IsUnder));
        var untold = step.Differences
            .Where(name => !IsNote(name))
            .Select(name => (Name: name, Path: PropertyPath.Of(name)))
            .Where(entry => !found.Exists(change => change.Path.IsUnder(entry.Path.Root)))
            .Where(entry =>
                step.OutputDifferences.Contains(entry.Name) || (old.Inputs[entry.Path.Root] ?? resource.Inputs[entry.Path.Root]) is { ContainsSecret: true })
            .DistinctBy(entry => entry.Path.Root)
            .Select(entry => new PropertyChange(entry.Path, old.Inputs[entry.Path.Root], resource.Inputs[entry.Path.Root], false));
        return [.. found, .. untold];
    }

    /// <summary>A resource with what is there in place of what the program stated, as far as the engine says that the two differ.</summary>
    public static GraphResource AsItIs(PreviewStep step)
    {
        var old = step.Old!;
        var actual = step.OutputDifferences.Select(path => PropertyPath.Of(path).Root).Distinct(StringComparer.Ordinal)
            .Where(root => old.Outputs[root] is not null).Select(root => KeyValuePair.Create(root, old.Outputs[root]!)).ToArray();
        return actual.Length == 0 ? old : old with { Inputs = MapValue.Of(old.Inputs.Concat(actual)) };
    }

    // The bridge keeps notes of its own among the inputs.
    private static MapValue Stated(GraphResource resource) => resource.Inputs.Keys.Any(IsNote)
        ? MapValue.Of(resource.Inputs.Where(input => !IsNote(input.Key)))
        : resource.Inputs;

    private static bool IsNote(string name) => name.StartsWith("__", StringComparison.Ordinal);

    // A reference to a resource that changes is unknown, and still to the same resource.
    private static bool IsTheSameReference(GraphResource old, GraphResource resource, PropertyPath path, PropertyValue? before, PropertyValue? after) =>
        (before is UnknownValue || after is UnknownValue)
        && old.PropertyDependencies[path.Root] is { Count: > 0 } had
        && resource.PropertyDependencies[path.Root] is { } has
        && had.ToHashSet(StringComparer.Ordinal).SetEquals(has);
}
