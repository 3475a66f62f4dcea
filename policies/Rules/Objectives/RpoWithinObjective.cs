using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RpoWithinObjective : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) => ObjectiveFindings.Of(context, recovery, Measure.Rpo);
}
