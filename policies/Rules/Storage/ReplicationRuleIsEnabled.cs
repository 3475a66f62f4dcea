using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationRuleIsEnabled : StackRule
{
    protected override RuleDescriptor About => new(
        "Every replication rule of a bucket is enabled.",
        Why: "A disabled rule replicates nothing, and what was written meanwhile is not made up for when it is enabled again.",
        Fix: "Set the rule's status to Enabled, or remove the rule.",
        Severity.High, "B6 F1");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).All.Select(ReplicationFaults.Status).OfType<Reason>().Select(Finding.Of);
}
