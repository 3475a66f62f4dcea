using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class CorruptionWindowCoversDetection : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var store in recovery.Stores)
        {
            if (recovery.Promises.For(store.Workload) is not { } promise || promise.For(Disruption.Corruption) == Objective.None
                || !promise.HasStackOf("primary"))
            {
                continue;
            }

            var windows = store.Copies.Where(copy => copy.Kind.Contains("window", StringComparison.Ordinal) || copy.Kind == "noncurrent versions").ToArray();
            if (windows.Length > 0 && !windows.Any(window => window.Uses.ContainsKey(Disruption.Corruption)))
            {
                var reasons = windows.Where(window => window.Lost.ContainsKey(Disruption.Corruption))
                    .Select(window => $"{window.Kind}: {window.Lost[Disruption.Corruption].Text}").Distinct(StringComparer.Ordinal);
                yield return Finding.OfStore(store, Disruption.Corruption, $"{store.Label}: {string.Join("; ", reasons)}");
            }
        }
    }
}
