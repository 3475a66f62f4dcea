using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class OperatorWatchesItsJobs : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => JobOperator.NotRun(context.Estate).Select(pair => pair.Value.IsUnknown
        ? Finding.Unknown(pair.Value.Node!, pair.Value.Property!)
        : Finding.Violation(pair.Key, pair.Value.Text));
}
