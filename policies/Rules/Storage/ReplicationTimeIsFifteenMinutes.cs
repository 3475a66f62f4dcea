using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationTimeIsFifteenMinutes : StackRule
{
    private const double Minutes = 15;

    public override string Description => "Replication time control is written as the service takes it: 15 minutes, with metrics of the same threshold.";

    public override string Why => "Time control is what bounds the age of the copy; the service knows 15 minutes only and demands the metrics beside it.";

    public override string Fix => "Set replicationTime and metrics to Enabled, each with 15 minutes.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["A3", "F6"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        Replications.Of(context.Estate).Enabled.Where(rule => !rule.Time.IsAbsent).SelectMany(rule => Judge(rule).Select(verdict => new Finding(rule.Owner, verdict)));

    private static IEnumerable<Verdict> Judge(ReplicationRule rule)
    {
        yield return Status(rule.Time["status"], "replication time control");
        yield return Status(rule.Metrics["status"], "the rule's metrics, which time control needs,");
        yield return Fifteen(rule.TimeMinutes, "replication time");
        yield return Fifteen(rule.MetricsMinutes, "the metrics' threshold");
    }

    private static Verdict Status(Prop status, string what) =>
        status.IsUnknown ? Verdict.Unknown(status.Path)
        // Inside a bucket's own block the status has a default, Enabled.
        : status.Text == "Enabled" ? Verdict.Compliant
        : Verdict.Violation($"{what} {(what.EndsWith(',') ? "are" : "is")} {(status.IsAbsent ? "not stated" : status)}, Enabled needed", status.Path);

    private static Verdict Fifteen(Prop minutes, string what) =>
        minutes.IsUnknown ? Verdict.Unknown(minutes.Path)
        : minutes.Number == Minutes ? Verdict.Compliant
        : Verdict.Violation($"{what} is {minutes} minutes, 15 needed", minutes.Path);
}
