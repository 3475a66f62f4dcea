using DrInfra.Policies.Assessment;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ManifestKeepsTheOperatorsWord : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var promise in recovery.Promises.All)
        {
            foreach (var node in promise.Nodes)
            {
                if (Promises.Read(node).Manifest is not { } manifest)
                {
                    continue;
                }

                foreach (var (disruption, objective) in Said(context.Settings, promise))
                {
                    var promised = manifest.Objectives.GetValueOrDefault(disruption.Text());
                    foreach (var (what, wanted, stated) in new[] { ("RPO", objective.Rpo, promised?.Rpo), ("RTO", objective.Rto, promised?.Rto) })
                    {
                        if (wanted is { } most && !(DurationText.TryParse(stated, out var own) && own <= most))
                        {
                            yield return Finding.Violation(
                                node,
                                $"{promise.Workload}: {disruption.Text()} {what} is {stated ?? "nothing"}, recovery.yaml states {DurationText.Format(most)}");
                        }
                    }
                }
            }
        }
    }

    // The workload's entry stands over the tier's.
    private static Dictionary<Disruption, Objective> Said(RecoverySettings settings, Promise promise)
    {
        var said = new Dictionary<Disruption, Objective>();
        foreach (var entry in settings.Objectives.Where(entry => entry.IsTier && entry.Name == promise.Tier)
            .Concat(settings.Objectives.Where(entry => !entry.IsTier && entry.Name == promise.Workload)))
        {
            foreach (var (disruption, objective) in entry.Objectives)
            {
                said[disruption] = objective;
            }
        }

        return said;
    }
}
