using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationHasNoExistingObjectBlock : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).All.Select(ReplicationFaults.ExistingObjects).OfType<Reason>().Select(Finding.Of);
}
