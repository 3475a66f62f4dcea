using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RtoWithinObjective : AssessmentRule
{
    public override bool IsAboutPair => true;

    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) => ObjectiveFindings.Of(context, recovery, Measure.Rto);
}
