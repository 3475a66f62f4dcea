using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationTimeIsFifteenMinutes : StackRule
{
    protected override RuleDescriptor About => new(
        "Replication time control is written as the service takes it: 15 minutes, with metrics of the same threshold.",
        Why: "Time control is what bounds the age of the copy; the service knows 15 minutes only and demands the metrics beside it.",
        Fix: "Set replicationTime and metrics to Enabled, each with 15 minutes.",
        Severity.High, "A3 F6");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).Enabled.SelectMany(ReplicationFaults.Time).Select(Finding.Of);
}
