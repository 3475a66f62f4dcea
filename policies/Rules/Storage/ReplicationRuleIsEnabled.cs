using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationRuleIsEnabled : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).All.Select(ReplicationFaults.Status).OfType<Reason>().Select(Finding.Of);
}
