using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class TrafficFollowsPromotion : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        foreach (var workload in recovery.Workloads)
        {
            var promise = workload.Promise;
            if (!promise.SingleWriter || promise.Endpoint is not { } endpoint
                || !recovery.Stores.Any(store => store.Workload == promise.Workload && store.NeedsPromotion))
            {
                continue;
            }

            foreach (var record in recovery.Routing.RecordsOf(endpoint).Where(record => record["failoverRoutingPolicies"].IsKnown))
            {
                // A routing control is turned by a plan's step, or by whoever decided: not by itself.
                var control = context.Estate.References.Follow(record, "healthCheckId", Route53Types.HealthCheck).Target?["type"].Text == "RECOVERY_CONTROL";
                if (!control && !PlannedRecords.IsTurned(record))
                {
                    yield return record["healthCheckId"].IsUnknown && record.Resource.PropertyDependencies["healthCheckId"].Count == 0
                        ? Finding.Unknown(record, "healthCheckId")
                        : Finding.Violation(
                            record,
                            $"{promise.Workload}: {endpoint} uses a health check that no failover plan controls, so traffic can move before the database is "
                                + $"promoted",
                            "healthCheckId");
                }
            }

            if (workload.Plan is { StepsKnown: true } plan && TooEarly(plan) is { } early)
            {
                yield return Finding.Violation(plan.Node, $"{promise.Workload}: step {early} moves traffic without waiting for the database step", "workflows");
            }
        }
    }

    private static string? TooEarly(FailoverPlan plan)
    {
        var databases = plan.Steps.Where(step => step.Kind == PlanStepKind.Database).Select(step => step.Id).ToArray();
        return plan.Steps.Where(step => step.Kind == PlanStepKind.Routing && !databases.All(Before(plan, step).Contains)).Select(step => step.Id)
            .FirstOrDefault();
    }

    private static HashSet<string> Before(FailoverPlan plan, PlanStep step)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(step.After);
        while (open.TryPop(out var id))
        {
            if (before.Add(id))
            {
                foreach (var earlier in plan.Steps.First(candidate => candidate.Id == id).After)
                {
                    open.Push(earlier);
                }
            }
        }

        return before;
    }
}
