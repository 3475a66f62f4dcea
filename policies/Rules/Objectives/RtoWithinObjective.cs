using DrInfra.Recovery.Timeline;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RtoWithinObjective : StackRule
{
    public override bool IsAboutPair => true;

    public override IEnumerable<Finding> Evaluate(RuleContext context) => ObjectiveFindings.Of(context, Measure.Rto);
}
