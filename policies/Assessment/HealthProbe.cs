using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>A service that asks at intervals, and counts an endpoint as failed after so many failures in a row.</summary>
internal static class HealthProbe
{
    /// <summary>The time until it counts as failed.</summary>
    /// <param name="interval">The seconds between two questions; absent: the default by its fact.</param>
    /// <param name="threshold">The number of failures; absent: the default by its fact.</param>
    public static Derivation Fails(Node prober, Prop interval, string intervalFact, Prop threshold, string thresholdFact)
    {
        var (usualInterval, usualThreshold) = (FactBook.Get(intervalFact), FactBook.Get(thresholdFact));
        return Derivation.Times(
            $"failures of {prober.Name}",
            interval.Number is { } seconds
                ? Derivation.Leaf("interval", Figure.Exactly(seconds, Basis.Enforced), new Source(SourceKind.Property, interval.Path, prober.Urn))
                : Derivation.Leaf("interval", Figure.Exactly(usualInterval.Number!.Value, Basis.Limit), usualInterval.ToSource()),
            threshold.Number is { } failures
                ? Derivation.Quantity("failures", failures, "x", Basis.Enforced, new Source(SourceKind.Property, threshold.Path, prober.Urn))
                : Derivation.Quantity("failures", usualThreshold.Number!.Value, "x", Basis.Limit, usualThreshold.ToSource()));
    }
}
