using DrInfra.Policies.Assessment;

namespace DrInfra.Policies.Rules;

/// <summary>A rule that looks at what every workload really gets. The assessment takes as long as all other rules together, so these run after it.</summary>
public abstract class AssessmentRule : StackRule
{
    public sealed override IEnumerable<Finding> Evaluate(RuleContext context) => Evaluate(context, context.Recovery.Value);

    /// <summary>What it found, each with the resource it is about; compliant ones need not be told.</summary>
    protected abstract IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery);
}
