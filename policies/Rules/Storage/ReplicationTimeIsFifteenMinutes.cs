using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationTimeIsFifteenMinutes : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).Enabled.SelectMany(ReplicationFaults.Time).Select(Finding.Of);
}
