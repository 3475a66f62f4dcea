using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>What each exported resource is called in the configuration, and how its outputs are named there.</summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, GraphResource> _byUrn;
    private readonly Dictionary<string, (TerraformType Type, string Label)> _exported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<KnownOutput>> _outputs = new(StringComparer.Ordinal);

    public Addresses(ResourceGraph graph, TerraformMap map)
    {
        _byUrn = graph.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var mapped = graph.Resources.Where(resource => resource.Custom && resource.Type != TerraformMap.ProviderToken && map.Find(resource.Type) is not null);
        foreach (var ofOneType in mapped.GroupBy(resource => resource.Type, StringComparer.Ordinal))
        {
            var type = map.Find(ofOneType.Key)!;
            foreach (var (urn, label) in TerraformNames.Labels(ofOneType))
            {
                _exported[urn] = (type, label);
            }
        }
    }

    public bool Has(string urn) => _exported.ContainsKey(urn);

    public TerraformType TypeOf(string urn) => _exported[urn].Type;

    public string LabelOf(string urn) => _exported[urn].Label;

    /// <summary>Such as <c>aws_s3_bucket.raw</c>.</summary>
    public string Of(string urn) => $"{_exported[urn].Type.Name}.{_exported[urn].Label}";

    /// <summary>Null for a resource of another stack.</summary>
    public GraphResource? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    public OutputScope Scope(IReadOnlyList<string> urns) =>
        urns.Count == 0 ? OutputScope.Nothing : new OutputScope(urns.SelectMany(OutputsOf));

    /// <summary>The attribute that an output is; null where the provider lacks it.</summary>
    public string? Attribute(KnownOutput output)
    {
        var (shape, address) = (_exported[output.Urn].Type.Shape, Of(output.Urn));
        foreach (var step in output.Property.Split('.'))
        {
            if (shape.Find(step) is not { } property)
            {
                return null;
            }

            address = $"{address}.{property.Name}{(property.One ? "[0]" : "")}";
            shape = property.Nested ?? TerraformShape.Plain;
        }

        return address;
    }

    /// <summary>
    /// The exported resources to wait for: of one that is not exported, those it waits for itself. Terraform has no components
    /// to depend on, and neither have graphs.
    /// </summary>
    public IEnumerable<string> Awaited(GraphResource resource)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(resource.Dependencies);
        while (open.TryPop(out var urn))
        {
            if (!seen.Add(urn))
            {
                continue;
            }

            if (Has(urn))
            {
                yield return urn;
            }
            else
            {
                foreach (var further in Find(urn)?.Dependencies ?? [])
                {
                    open.Push(further);
                }
            }
        }
    }

    private IReadOnlyList<KnownOutput> OutputsOf(string urn)
    {
        if (!_outputs.TryGetValue(urn, out var outputs))
        {
            outputs = Find(urn) is { } resource ? KnownOutputs.Of(resource) : [];
            outputs = Has(urn) ? [.. outputs.Where(output => Attribute(output) is not null)] : outputs;
            _outputs[urn] = outputs;
        }

        return outputs;
    }
}
