using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class JobIsInBothRegions : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from workload in recovery.Workloads
        from job in workload.Alone
        select Finding.Of(job.Why) with { Workload = workload.Name, Disruption = Disruption.Region };
}
