using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationHasNoExistingObjectBlock : StackRule
{
    protected override RuleDescriptor About => new(
        "A replication rule does not ask for existing objects.",
        Why: "The service refuses the whole configuration (MalformedXML), so nothing is replicated; objects from before the rule need a batch replication "
            + "job.",
        Fix: "Remove existingObjectReplication and run an S3 batch replication job once.",
        Severity.High, "B6");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).All.Select(ReplicationFaults.ExistingObjects).OfType<Reason>().Select(Finding.Of);
}
