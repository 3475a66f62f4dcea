using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class ImmutableCopySurvivesAccountLoss : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var store in recovery.Stores)
        {
            if (recovery.Promises.For(store.Workload) is not { } promise || promise.For(Disruption.Account) == Objective.None || !promise.HasStackOf("primary")
                || WorkloadOutcome.Excuse(promise, store, Disruption.Account) is not null)
            {
                continue;
            }

            var uses = store.Copies.Where(copy => copy.Uses.ContainsKey(Disruption.Account)).Select(copy => copy.Uses[Disruption.Account]).ToArray();
            if (uses.Length == 0)
            {
                yield return Finding.OfStore(store, Disruption.Account, $"{store.Label}: the account can delete every copy: {Reasons(store)}");
            }
            else if (promise.For(Disruption.Account).Rto is not null && uses.All(use => double.IsPositiveInfinity(use.Recovery.Figure.Typical ?? 0)))
            {
                yield return Finding.OfStore(
                    store, Disruption.Account, $"{store.Label}: no other account can reach the copy that the account cannot delete");
            }
        }
    }

    private static string Reasons(Policies.Assessment.Store store) =>
        string.Join(
            "; ",
            store.Copies.Where(copy => copy.Lost.ContainsKey(Disruption.Account)).Select(copy => copy.Lost[Disruption.Account].Text)
                .Distinct(StringComparer.Ordinal));
}
