using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>
/// How long a job that reads a stream takes to reach what is new: what waited, over the surplus with which it works. While it catches up, input
/// arrives as before, and what it processes beside that is the surplus.
/// </summary>
internal static class JobCatchUp
{
    /// <summary>The time; null where the manifest does not state its input, so that nobody promised to judge it.</summary>
    /// <param name="pipeline">What the manifest says of the job.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="waiting">For how long input has waited.</param>
    public static Derivation? Of(ManifestPipeline? pipeline, string? manifest, Func<Derivation> waiting)
    {
        if (pipeline is not { InputMbPerSecond: { } input, SurplusMbPerSecond: { } surplus })
        {
            return null;
        }

        var source = new Source(SourceKind.Promise, $"pipelines.{pipeline.Name}", manifest);
        var label = $"{pipeline.Name} catches up";
        return surplus <= 0
            ? Derivation.Never(label, $"{pipeline.Name} can process no more than what arrives, so what has waited stays", source)
            : Derivation.Times(label, waiting(), Derivation.Quantity("input over surplus", input / surplus, "x", Basis.Enforced, source));
    }
}
