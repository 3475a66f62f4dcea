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
    /// The same of what the engine is about to do. It has left out what is to be ignored, and says what differs where a preview does
    /// not show it: secrets.
    /// </summary>
    public static List<PropertyChange> Of(PreviewStep step)
    {
        var (old, resource) = (step.Old!, step.New!);
        var found = Of(old, resource).ConvertAll(change => change with { Ignored = false });
        var hidden = step.Differences
            .Where(name => !name.StartsWith("__", StringComparison.Ordinal))
            .Select(name => (Path: PropertyPath.Of(name), Root: name.Split('.', '[')[0]))
            .Where(entry => (old.Inputs[entry.Root] ?? resource.Inputs[entry.Root]) is { ContainsSecret: true } && !found.Exists(change => change.Path.IsUnder(entry.Root)))
            .DistinctBy(entry => entry.Root)
            .Select(entry => new PropertyChange(entry.Path, old.Inputs[entry.Root], resource.Inputs[entry.Root], false));
        return [.. found, .. hidden];
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
