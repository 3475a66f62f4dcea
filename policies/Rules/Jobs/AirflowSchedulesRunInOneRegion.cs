using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Mwaa;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class AirflowSchedulesRunInOneRegion : AssessmentRule
{
    public override bool IsAboutPair => true;

    // Which DAGs are paused where, only the environments themselves know.
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        from store in recovery.Stores
        where store.Node.Type == MwaaTypes.Environment && store.Workload.Length > 0
        from other in store.Members.Skip(1).Select(node => new AirflowEnvironment(node))
        where new AirflowEnvironment(store.Node).Schedules != false && other.Schedules != false
            && JobResults.Meet(recovery, store.Workload, store.Node.Region, other.Node.Region)
        select Finding.Unknown(other.Node, other.Scheduling.Path) with { Workload = store.Workload };
}
