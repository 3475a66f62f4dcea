using DrInfra.Policies.Aws.GlobalAccelerator;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How an accelerator leaves a lost Region: by the checks of its endpoint groups.</summary>
internal sealed class AcceleratorRouting(Estate estate, Estimates estimates)
{
    /// <summary>Until the accelerator behind a name no longer sends to the lost Region; null where there is none behind it.</summary>
    public Derivation? Of(string name, IReadOnlyList<Node> records) =>
        Accelerator.Behind(estate, name, records) is { } accelerator ? Leaves(accelerator) : null;

    private Derivation Leaves(Accelerator accelerator)
    {
        var label = $"{accelerator.Node.Name} leaves the lost Region";
        if (accelerator.IsOff)
        {
            return Derivation.Never(label, "the accelerator is off");
        }

        var listeners = accelerator.Listeners(estate);
        return listeners.Count == 0
            ? Derivation.Never(label, "it has no listener")
            : Derivation.Max(label, [.. listeners.Select(listener => Leaves(listener, label))]);
    }

    private Derivation Leaves(Node listener, string label)
    {
        var groups = EndpointGroup.Of(estate, listener);
        if (groups.Any(group => group.IsUnknown))
        {
            return Derivation.Leaf(label, Figure.Unknown, new Source(SourceKind.Property, groups[0].Endpoints.Path, groups[0].Node.Urn));
        }

        EndpointGroup[] taking = [.. groups.Where(group => group.TakesTraffic)];
        return taking.Select(group => group.Region).Distinct(StringComparer.Ordinal).Count() < 2
            ? Derivation.Never(label, "no other Region has an endpoint with traffic")
            : Derivation.Sum(
                label,
                Derivation.Max("its health checks fail", [.. taking.Select(Fails)]),
                estimates.Duration("traffic moves", "accelerator-failover", listener.Workload ?? "", null, listener.Urn));
    }

    private static Derivation Fails(EndpointGroup group) =>
        HealthProbe.Fails(group.Node, group.CheckInterval, "ga-check-interval-default", group.CheckThreshold, "ga-threshold-default");
}
