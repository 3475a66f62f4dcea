using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationMetricsArePublished : StackRule
{
    protected override RuleDescriptor About => new(
        "A replication rule to another Region publishes its metrics.",
        Why: "Without them neither the age of the copy nor failed operations can be watched, and a standby that fell behind looks like a healthy one.",
        Fix: "Set destination.metrics.status to Enabled.",
        Severity.Medium, "F6 H7");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var rule in Replications.Of(context.Estate).Enabled)
        {
            var status = rule.Metrics["status"];
            if (status.IsUnknown)
            {
                yield return Finding.Unknown(rule.Owner, status.Path);
            }
            else if (status.Text != "Enabled")
            {
                yield return Finding.Violation(rule.Owner, $"replication metrics are {(status.IsAbsent ? "not published" : status)}, Enabled needed", status.Path);
            }
        }
    }
}
