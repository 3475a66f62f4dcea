using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationTimeIsFifteenMinutes : StackRule
{
    public override string Description => "Replication time control is written as the service takes it: 15 minutes, with metrics of the same threshold.";

    public override string Why => "Time control is what bounds the age of the copy; the service knows 15 minutes only and demands the metrics beside it.";

    public override string Fix => "Set replicationTime and metrics to Enabled, each with 15 minutes.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["A3", "F6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).Enabled.SelectMany(ReplicationFaults.Time).Select(Finding.Of);
}
