using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationHasNoExistingObjectBlock : StackRule
{
    public override string Description => "A replication rule does not ask for existing objects.";

    public override string Why => "The service refuses the whole configuration (MalformedXML), so nothing is replicated; objects from before the rule need a batch replication job.";

    public override string Fix => "Remove existingObjectReplication and run an S3 batch replication job once.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).All.Select(ReplicationFaults.ExistingObjects).OfType<Reason>().Select(Finding.Of);
}
