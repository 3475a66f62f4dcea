using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How an accelerator leaves a lost Region: by the checks of its endpoint groups.</summary>
internal sealed class AcceleratorRouting(Estate estate, Estimates estimates)
{
    private readonly Dictionary<string, Node> _byName = estate.OfType(GlobalAcceleratorTypes.Accelerator)
        .SelectMany(accelerator => new[] { accelerator.Output("dnsName").Text, accelerator.Output("dualStackDnsName").Text }.OfType<string>().Select(name => (name, accelerator)))
        .GroupBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().accelerator, StringComparer.OrdinalIgnoreCase);

    /// <summary>Until the accelerator behind a name no longer sends to the lost Region; null where there is none behind it.</summary>
    public Derivation? Of(string name, IReadOnlyList<Node> records)
    {
        var accelerator = _byName.GetValueOrDefault(name.TrimEnd('.')) ?? records.Select(Behind).FirstOrDefault(node => node is not null);
        return accelerator is null ? null : Leaves(accelerator);
    }

    private Node? Behind(Node record)
    {
        var named = record["aliases"]["name"].Text ?? (record["records"].Items is [var only] ? only.Text : null);
        return named is not null && _byName.TryGetValue(named.TrimEnd('.'), out var found) ? found
            : new[] { "aliases", "records" }.SelectMany(property => ReferenceResolver.Declared(record, property, GlobalAcceleratorTypes.Accelerator)).FirstOrDefault();
    }

    private Derivation Leaves(Node accelerator)
    {
        var label = $"{accelerator.Name} leaves the lost Region";
        if (accelerator["enabled"].Flag == false)
        {
            return Derivation.Never(label, "the accelerator is off");
        }

        var listeners = estate.UsersOf(accelerator, GlobalAcceleratorTypes.Listener, "acceleratorArn");
        return listeners.Count == 0 ? Derivation.Never(label, "it has no listener") : Derivation.Max(label, [.. listeners.Select(listener => Leaves(listener, label))]);
    }

    private Derivation Leaves(Node listener, string label)
    {
        var groups = estate.UsersOf(listener, GlobalAcceleratorTypes.EndpointGroup, "listenerArn");
        if (groups.Any(group => group["endpointConfigurations"].IsUnknown || RoutingTypes.RegionOf(group).IsUnknown))
        {
            return Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, "endpointConfigurations", groups[0].Urn));
        }

        Node[] taking = [.. groups.Where(group => group["endpointConfigurations"].Items.Any(endpoint => !endpoint["weight"].IsStated() || endpoint["weight"].Number > 0))];
        return taking.Select(group => RoutingTypes.RegionOf(group).Text ?? group.Region).Distinct(StringComparer.Ordinal).Count() < 2
            ? Derivation.Never(label, "no other Region has an endpoint that takes traffic")
            : Derivation.Sum(
                label,
                Derivation.Max("its checks fail", [.. taking.Select(Fails)]),
                estimates.Duration("traffic moves", "accelerator-failover", listener.Workload ?? "", null, listener.Urn));
    }

    private static Derivation Fails(Node group) =>
        HealthProbe.Fails(group, "healthCheckIntervalSeconds", "ga-check-interval-default", "thresholdCount", "ga-threshold-default");
}
