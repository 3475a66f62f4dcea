using System.Globalization;
using DrInfra.Policies.Model;

namespace DrInfra.Drctl.Diff;

/// <summary>Compares two graphs of one stack: what an update from the first to the second would do.</summary>
public static class GraphDiff
{
    public static StackDiff Compare(ResourceGraph before, ResourceGraph after)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var oldRegions = ProviderRegions(before);
        var newRegions = ProviderRegions(after);
        var changes = new List<ResourceChange>();
        foreach (var resource in after.Resources)
        {
            var urn = new[] { resource.Urn }.Concat(resource.Aliases).FirstOrDefault(old.ContainsKey);
            var change = urn is null || !old.Remove(urn, out var previous)
                ? Created(resource)
                : Changed(previous, resource, RegionChange(previous, resource, oldRegions, newRegions));
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        // What needs others is deleted before them.
        changes.AddRange(before.Resources.Reverse().Where(resource => old.ContainsKey(resource.Urn)).Select(Deleted));
        return new StackDiff(after.Stack, changes);
    }

    private static ResourceChange Created(GraphResource resource) => Change(resource, Operation.Create, [], [], []);

    private static ResourceChange Deleted(GraphResource resource)
    {
        string[] refusals = IsData(resource)
            ? [resource.RetainOnDelete ? "takes data out of the stack (retainOnDelete: the cloud keeps it, nobody manages it)" : "deletes data"]
            : [];
        return Change(resource, Operation.Delete, [], [], refusals);
    }

    private static ResourceChange? Changed(GraphResource old, GraphResource resource, OptionChange? region)
    {
        var properties = PropertyComparer.Compare(old.Inputs, resource.Inputs)
            .Select(found => new PropertyChange(found.Path, found.Old, found.New, resource.IgnoreChanges.Any(found.Path.IsUnder)))
            .ToList();
        var options = Options(old, resource).ToList();
        if (region is not null)
        {
            options.Add(region);
        }

        if (properties.Count == 0 && options.Count == 0)
        {
            return null;
        }

        var replacing = properties.Where(change => !change.Ignored && MayReplace(resource, change)).ToList();
        var operation = replacing.Count > 0 || region is not null ? Operation.MayReplace
            : options.Count > 0 || properties.Exists(change => !change.Ignored) ? Operation.Update
            : Operation.Ignored;
        var refusals = IsData(resource) ? Refusals(old, resource, properties, replacing, region).Distinct(StringComparer.Ordinal) : [];
        return Change(resource, operation, properties, options, refusals);
    }

    private static ResourceChange Change(
        GraphResource resource,
        Operation operation,
        IReadOnlyList<PropertyChange> properties,
        IReadOnlyList<OptionChange> options,
        IEnumerable<string> refusals) => new()
        {
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Operation = operation,
            IsData = IsData(resource),
            Properties = properties,
            Options = options,
            Refusals = [.. refusals],
        };

    private static IEnumerable<string> Refusals(
        GraphResource old,
        GraphResource resource,
        List<PropertyChange> properties,
        List<PropertyChange> replacing,
        OptionChange? region)
    {
        if (replacing.Count > 0)
        {
            var paths = string.Join(", ", replacing.Select(change => change.Path));
            yield return $"may replace data: {paths} not on the reviewed list of in-place properties";
        }

        if (region is not null)
        {
            yield return "may replace data: its provider is in another Region";
        }

        if (old.Protect && !resource.Protect)
        {
            yield return "takes away protect";
        }

        if (old.RetainOnDelete && !resource.RetainOnDelete)
        {
            yield return "takes away retainOnDelete";
        }

        foreach (var refusal in DataGuards.Refusals(resource.Type, properties))
        {
            yield return refusal;
        }
    }

    private static bool MayReplace(GraphResource resource, PropertyChange change)
    {
        if (!resource.Custom)
        {
            return false;
        }

        if (resource.ReplaceOnChanges.Any(change.Path.IsUnder))
        {
            return true;
        }

        if (change.Path.IsUnder("tags") || change.Path.IsUnder("tagsAll"))
        {
            return false;
        }

        return !InPlaceProperties.ByType.TryGetValue(resource.Type, out var review)
            || !review.InPlace.Any(pattern => IsInPlace(pattern, change));
    }

    private static bool IsInPlace(string pattern, PropertyChange change)
    {
        var appears = pattern.EndsWith("[+]", StringComparison.Ordinal);
        if (!appears && !pattern.EndsWith("[-]", StringComparison.Ordinal))
        {
            return change.Path.IsUnder(pattern);
        }

        var list = pattern[..^"[+]".Length];
        return (appears ? change.Old is null : change.New is null) && (change.Path.Is($"{list}[*]") || change.Path.Is(list));
    }

    private static bool IsData(GraphResource resource) =>
        InPlaceProperties.ByType.TryGetValue(resource.Type, out var review) && review.IsData;

    private static IEnumerable<OptionChange> Options(GraphResource old, GraphResource resource)
    {
        var pairs = new (string Name, string Old, string New)[]
        {
            ("protect", Text(old.Protect), Text(resource.Protect)),
            ("retainOnDelete", Text(old.RetainOnDelete), Text(resource.RetainOnDelete)),
            ("ignoreChanges", Text(old.IgnoreChanges), Text(resource.IgnoreChanges)),
            ("replaceOnChanges", Text(old.ReplaceOnChanges), Text(resource.ReplaceOnChanges)),
            ("deleteBeforeReplace", Text(old.DeleteBeforeReplace), Text(resource.DeleteBeforeReplace)),
            ("additionalSecretOutputs", Text(old.AdditionalSecretOutputs), Text(resource.AdditionalSecretOutputs)),
            ("customTimeouts", Text(old.CustomTimeouts), Text(resource.CustomTimeouts)),
            ("provider", ProviderName(old), ProviderName(resource)),
        };
        return pairs.Where(pair => pair.Old != pair.New).Select(pair => new OptionChange(pair.Name, pair.Old, pair.New));
    }

    private static OptionChange? RegionChange(
        GraphResource old,
        GraphResource resource,
        Dictionary<string, string> oldRegions,
        Dictionary<string, string> newRegions)
    {
        var from = oldRegions.GetValueOrDefault(ProviderUrn(old));
        var to = newRegions.GetValueOrDefault(ProviderUrn(resource));
        return from is null || to is null || from == to ? null : new OptionChange("provider's region", from, to);
    }

    private static Dictionary<string, string> ProviderRegions(ResourceGraph graph) =>
        graph.Resources
            .Where(resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) && resource.Inputs["region"] is TextValue)
            .ToDictionary(resource => resource.Urn, resource => ((TextValue)resource.Inputs["region"]!).Value, StringComparer.Ordinal);

    private static string ProviderUrn(GraphResource resource) =>
        resource.Provider?.LastIndexOf("::", StringComparison.Ordinal) is { } end and > 0 ? resource.Provider[..end] : string.Empty;

    private static string ProviderName(GraphResource resource) =>
        ResourceUrn.TryParse(ProviderUrn(resource), out var urn) ? urn.Name : "default";

    private static string Text(bool? value) => value switch
    {
        null => "provider's choice",
        true => "true",
        false => "false",
    };

    private static string Text(IReadOnlyList<string> values) =>
        values.Count == 0 ? "none" : string.Join(", ", values.Order(StringComparer.Ordinal));

    private static string Text(ResourceTimeouts? timeouts) => timeouts is null || timeouts.IsEmpty
        ? "none"
        : $"create {Seconds(timeouts.Create)}, update {Seconds(timeouts.Update)}, delete {Seconds(timeouts.Delete)}";

    private static string Seconds(double? seconds) =>
        seconds is null ? "default" : string.Create(CultureInfo.InvariantCulture, $"{seconds}s");
}
