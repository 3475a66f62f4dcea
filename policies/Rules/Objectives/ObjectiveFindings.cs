using DrInfra.Policies.Assessment;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

/// <summary>Findings of the two rules on objectives, in the words that people see first: the verdict and the figure.</summary>
internal static class ObjectiveFindings
{
    public static IEnumerable<Finding> Of(RuleContext context, RecoveryAssessment recovery, Measure measure)
    {
        var stores = recovery.Stores.ToLookup(store => store.Workload, StringComparer.Ordinal);
        foreach (var workload in recovery.Workloads.Where(workload => workload.HasResources))
        {
            var node = workload.Promise.Nodes is [var manifest, ..] ? manifest : stores[workload.Name].FirstOrDefault()?.Node;
            foreach (var outcome in workload.Outcomes)
            {
                var ground = measure == Measure.Rpo ? outcome.LostWork : outcome.TimeAway;
                if (ground.Verdict == ObjectiveVerdict.Breached)
                {
                    yield return Finding(outcome, ground, node, Verdict.Violation(Message(outcome, ground)));
                }
                else if (ground.Verdict == ObjectiveVerdict.Unknown && !outcome.NeedsCounterpart)
                {
                    foreach (var leaf in ground.Derivation.Leaves().Where(leaf => leaf.Figure.IsUnknown))
                    {
                        var source = leaf.Sources is [var first, ..] ? first : null;
                        yield return Finding(outcome, ground, context.Estate.Find(source?.Urn) ?? node, Verdict.Unknown(source?.Reference ?? leaf.Label)) with
                        {
                            Stack = node?.Stack.Name,
                        };
                    }
                }
            }
        }
    }

    private static Finding Finding(Outcome outcome, Ground ground, Node? node, Verdict verdict) => new(node, verdict, node?.Stack.Name)
    {
        Workload = outcome.Workload,
        Disruption = outcome.Disruption,
        Part = ground.Store,
        Causes = ground.Causes,
    };

    private static string Message(Outcome outcome, Ground ground)
    {
        var figure = ground.Figure.IsUnbounded ? "is not bounded" : $"up to {DurationText.Spoken(TimeSpan.FromSeconds(ground.Figure.Worst!.Value))}";
        return $"{outcome.Workload}: {outcome.Disruption.Text()} {ground.Measure.Text()} {figure}, promised {DurationText.Spoken(ground.Promised!.Value)}; "
            + $"{ground.CulpritText}";
    }
}
