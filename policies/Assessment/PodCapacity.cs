using System.Globalization;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How a deployment gets from the pods that stand to those that the workload needs: by a plan's step, else by load.</summary>
/// <param name="launch">What a pod takes until it serves.</param>
/// <param name="reacts">What the autoscaler takes to react to the load.</param>
internal sealed class PodCapacity(Estimates estimates, string workload, ServerGroup group, Func<Derivation> launch, Func<Derivation> reacts)
{
    private readonly PodGroup _pods = group.Pods!;

    private string Name => group.Node.Name;

    /// <summary>Why there are never as many pods that serve, whatever raises them; null where nothing keeps them from it.</summary>
    public Capacity? Kept(double wanted) =>
        Reason.Deciding(new[] { _pods.Unregistered, _pods.Refuses(wanted) }.OfType<Reason>()) is { } reason ? Cannot(reason) : null;

    /// <summary>To as many as are needed.</summary>
    /// <param name="raise">The steps of the plan that raise capacity.</param>
    public Capacity Raise(double wanted, IReadOnlyList<PlanStep> raise, ScalingBasis basis)
    {
        if (_pods.RaisedBy(raise) is not { } entry)
        {
            return ByLoad(wanted, _pods.NotRaisedBy(raise), null);
        }

        if (entry.Percent is not { } percent)
        {
            return Cannot(Reason.Unknown(entry.Plan, entry.Config.Path));
        }

        var reached = basis.Reached(group.Standing, percent);
        List<Derivation> step = [Reaches(entry, percent, reached, basis)];
        if (Assumed(estimates, workload) is { } assumption)
        {
            step.Add(Derivation.Leaf("its percentage is of the Region that is left", Figure.Exactly(0, Basis.Assumption), assumption));
        }

        return (reached >= wanted
            ? new Capacity(Derivation.Sum($"step {entry.Step.Name} scales out {Name} in an ungraceful run", [.. step, launch()]), ByLoad: false)
            : ByLoad(wanted, null, step[0])) with { IsByReading = true };
    }

    /// <summary>That the operator knows which reading holds; null where he does not say.</summary>
    public static Source? Assumed(Estimates estimates, string workload) =>
        estimates.AssumptionOf("region-switch-percent-of-region-left", workload, null) is { } assumption
            ? new Source(SourceKind.Assumption, assumption.Id)
            : null;

    private Capacity ByLoad(double wanted, Reason? notByStep, Derivation? step)
    {
        if (!group.Scales)
        {
            return notByStep is not null ? Cannot(notByStep)
                : Never(step is null ? "neither a plan step that runs in a disaster nor an autoscaler scales it out"
                    : "the plan step may leave it below what is needed, and no autoscaler scales it out");
        }

        if (group.Standing < 1 && _pods.Deployment.Scaler is { StartsFromNone: false })
        {
            return notByStep is { IsUnknown: true } ? Cannot(notByStep) : Never("its autoscaler depends on the load of running pods, and none runs");
        }

        if (_pods.StandsStill is { } still)
        {
            return notByStep is { IsUnknown: true } && !still.IsUnknown ? Cannot(notByStep) : Cannot(still);
        }

        List<Derivation> parts = step is null ? [] : [step];
        if (notByStep is not null)
        {
            parts.Add(Derivation.Nothing("no plan step counts", notByStep.Text));
        }

        if (_pods.Deployment.Scaler is { } scaler)
        {
            switch (scaler.SecondsTo(Math.Max(1, group.Standing), wanted))
            {
                case null:
                    return Cannot(Reason.Unknown(scaler.Node, scaler.ScaleUpPath));
                case > 0 and var seconds:
                    parts.Add(Derivation.Leaf(
                        $"{scaler.Node.Name} adds no more pods at a time", Figure.Exactly(seconds, Basis.Enforced),
                        new Source(SourceKind.Property, scaler.ScaleUpPath, scaler.Node.Urn)));
                    break;
            }
        }

        return new Capacity(Derivation.Sum($"{Name} scales out by load", [.. parts, reacts(), launch()]), ByLoad: true);
    }

    private Derivation Reaches(PodScalingStep entry, double percent, double reached, ScalingBasis basis) => Derivation.Nothing(
        $"step {entry.Step.Name} in an ungraceful run",
        string.Create(
            CultureInfo.InvariantCulture,
            $"it scales {Name} to {percent} % of {basis.Whole}: {reached} pods"),
        basis.Source, FactBook.Get("rs-eks-ungraceful").ToSource());

    private Capacity Never(string why) => new(Derivation.Never($"scale out {Name}", why), ByLoad: false);

    private Capacity Cannot(Reason reason) => new(
        reason.IsUnknown
            ? UnknownReason.Leaf($"scale out {Name}: {reason.Text}", reason)
            : Derivation.Never($"scale out {Name}", reason.Text, new Source(SourceKind.Cause, reason.Text, reason.Node?.Urn, Property: reason.Property)),
        ByLoad: false);
}
