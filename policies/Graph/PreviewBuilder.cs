namespace DrInfra.Policies.Graph;

/// <summary>Makes the stack before, the stack after and one step per resource of a preview's raw steps.</summary>
internal sealed class PreviewBuilder(IReadOnlyList<RawStep> raw, MapValue config)
{
    private const string ProviderType = "pulumi:providers:";

    public Preview Build()
    {
        var steps = Steps();
        var before = steps.Where(step => step.Operation != PreviewOperation.DeleteLeftover).Select(step => step.Old).OfType<GraphResource>();
        return new Preview(
            StackFileReader.GraphOf(InOrder([.. before]), false),
            StackFileReader.GraphOf(InOrder([.. steps.Select(step => step.New).OfType<GraphResource>()]), false),
            steps);
    }

    /// <summary>The first reference of a wanted resource to one that no step is about; null where there is none.</summary>
    public static (GraphResource User, string Urn)? Missing(Preview preview)
    {
        var urns = preview.Steps.SelectMany(step => new[] { step.Urn, step.Old?.Urn, step.New?.Urn }).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in preview.After.Resources)
        {
            if (Needs(resource).FirstOrDefault(urn => !urns.Contains(urn) && !IsDefaultProvider(urn)) is { } missing)
            {
                return (resource, missing);
            }
        }

        return null;
    }

    private List<PreviewStep> Steps()
    {
        var steps = new List<PreviewStep>();
        foreach (var group in raw.GroupBy(step => step.Urn, StringComparer.Ordinal))
        {
            var leftovers = group.Where(step => step.Old is { PendingDeletion: true } && step.New is null).ToList();
            steps.AddRange(leftovers.Select(step => new PreviewStep(step.Urn, PreviewOperation.DeleteLeftover, step.Old?.Resource, null)));
            var rest = group.Except(leftovers).ToList();
            if (rest.Count > 0)
            {
                steps.Add(Step(group.Key, rest));
            }
        }

        AddDefaultProviders(steps);
        return steps;
    }

    private static PreviewStep Step(string urn, List<RawStep> group)
    {
        // A refresh before the preview tells what is there; what is done about it is told by the next step of the resource.
        var told = group.Where(step => step.Operation != "refresh").ToList() is { Count: > 0 } others ? others : group;
        var operation = OperationOf([.. told.Select(step => step.Operation)]);
        var old = told.Select(step => step.Old?.Resource).FirstOrDefault(state => state is not null);
        var wanted = told.Select(step => step.New?.Resource).LastOrDefault(state => state is not null);
        var detailed = told.SelectMany(step => step.Detailed).ToList();
        var reasons = told.SelectMany(step => step.ReplaceReasons)
            .Concat(detailed.Where(entry => entry.Kind.EndsWith("-replace", StringComparison.Ordinal)).Select(entry => entry.Path));
        return new PreviewStep(
            urn,
            operation,
            operation is PreviewOperation.Create or PreviewOperation.Import ? null : old,
            operation is PreviewOperation.Delete or PreviewOperation.Forget ? null : Completed(wanted, old, operation))
        {
            ReplaceReasons = [.. reasons.Distinct(StringComparer.Ordinal)],
            OutputDifferences = [.. detailed.Where(entry => !entry.IsOfInputs).Select(entry => entry.Path).Distinct(StringComparer.Ordinal)],
            Differences = [.. told.SelectMany(step => step.Differences).Concat(detailed.Select(entry => entry.Path)).Distinct(StringComparer.Ordinal)],
        };
    }

    private static PreviewOperation OperationOf(IReadOnlyList<string> operations)
    {
        if (operations.Any(operation => operation is "replace" or "create-replacement" or "import-replacement" or "delete-replaced"))
        {
            return PreviewOperation.Replace;
        }

        return operations[^1] switch
        {
            "create" => PreviewOperation.Create,
            "import" => PreviewOperation.Import,
            "update" => PreviewOperation.Update,
            "delete" => PreviewOperation.Delete,
            "discard" or "discard-replaced" or "remove-pending-replace" or "read-discard" => PreviewOperation.Forget,
            "read" or "read-replacement" => PreviewOperation.Read,
            _ => PreviewOperation.Same,
        };
    }

    /// <summary>
    /// The wanted state as it will be: a preview leaves the id and the outputs out, also where nothing is done. What was computed
    /// stays as long as the resource does; what the program no longer states is the service's default, and so left out.
    /// </summary>
    private static GraphResource? Completed(GraphResource? wanted, GraphResource? old, PreviewOperation operation)
    {
        if (wanted is null || old is null || operation is not (PreviewOperation.Same or PreviewOperation.Update or PreviewOperation.Read))
        {
            return wanted;
        }

        var outputs = wanted.Outputs.Count > 0 ? wanted.Outputs
            : operation != PreviewOperation.Update ? old.Outputs
            : MapValue.Of(old.Outputs.Where(output => !old.Inputs.ContainsKey(output.Key) && !wanted.Inputs.ContainsKey(output.Key) && output.Key != "tagsAll")
                .Concat(wanted.Inputs));
        return wanted with { Id = wanted.Id ?? old.Id, Outputs = outputs };
    }

    /// <summary>
    /// The engine keeps the providers to itself that it makes where a program names none; their Region is in the stack's
    /// configuration.
    /// </summary>
    private void AddDefaultProviders(List<PreviewStep> steps)
    {
        var known = steps.Select(step => step.Urn).ToHashSet(StringComparer.Ordinal);
        var missing = steps.SelectMany(step => new[] { step.Old?.Provider, step.New?.Provider })
            .Select(WithoutId).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(urn => IsDefaultProvider(urn) && !known.Contains(urn)).ToList();
        foreach (var urn in missing)
        {
            if (!ResourceUrn.TryParse(urn, out var parts))
            {
                continue;
            }

            var prefix = parts.Type[ProviderType.Length..] + ":";
            var provider = new GraphResource
            {
                Urn = urn,
                Type = parts.Type,
                Name = parts.Name,
                Custom = true,
                Inputs = MapValue.Of(config.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(entry => KeyValuePair.Create(entry.Key[prefix.Length..], entry.Value))),
            };
            steps.Insert(Math.Min(1, steps.Count), new PreviewStep(urn, PreviewOperation.Same, provider, provider));
        }
    }

    private static bool IsDefaultProvider(string urn) => ResourceUrn.TryParse(urn, out var parts)
        && parts.Type.StartsWith(ProviderType, StringComparison.Ordinal)
        && parts.Name.StartsWith("default", StringComparison.Ordinal);

    private static string? WithoutId(string? provider) => provider?.LastIndexOf("::", StringComparison.Ordinal) is { } at and > 0 ? provider[..at] : null;

    private static IEnumerable<string> Needs(GraphResource resource) =>
        new[] { resource.Parent, WithoutId(resource.Provider) }.OfType<string>()
            .Concat(resource.Dependencies)
            .Concat(resource.PropertyDependencies.SelectMany(property => property.Value));

    /// <summary>Each after what it needs, else as the engine listed them.</summary>
    private static List<GraphResource> InOrder(IReadOnlyList<GraphResource> resources)
    {
        var byUrn = new Dictionary<string, GraphResource>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            byUrn[resource.Urn] = resource;
        }

        var ordered = new List<GraphResource>(byUrn.Count);
        var open = new Stack<(GraphResource Resource, IEnumerator<string> Needs)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in byUrn.Values)
        {
            Visit(start);
            while (open.TryPeek(out var top))
            {
                if (!top.Needs.MoveNext())
                {
                    ordered.Add(top.Resource);
                    open.Pop();
                }
                else if (byUrn.TryGetValue(top.Needs.Current, out var needed))
                {
                    Visit(needed);
                }
            }
        }

        return ordered;

        void Visit(GraphResource resource)
        {
            if (seen.Add(resource.Urn))
            {
                open.Push((resource, Needs(resource).GetEnumerator()));
            }
        }
    }
}
