using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ReplicationMetricsArePublished : StackRule
{
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
                yield return Finding.Violation(
                    rule.Owner, $"replication metrics are {(status.IsAbsent ? "not published" : status)}, Enabled needed", status.Path);
            }
        }
    }
}
