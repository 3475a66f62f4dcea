using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryStatefulResourceIsClassified : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery) =>
        recovery.Unclassified.Where(node => !node.Stack.IsForeign)
            .Select(node => Finding.Violation(node, "it holds data and belongs to no workload", OwnershipMarks.PathOf(node)));
}
