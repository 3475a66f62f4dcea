using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class BackupReplicationLeavesItsRegion : StackRule
{
    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that replicated backups must be kept.", 7, 1, 35),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var replication in context.Estate.OfType(RdsTypes.InstanceAutomatedBackupsReplication))
        {
            var source = context.Estate.References.Follow(replication, "sourceDbInstanceArn", RdsTypes.Instance);
            var period = replication["retentionPeriod"];
            if (source.IsUnknown || period.IsUnknown)
            {
                yield return Finding.Unknown(replication, source.IsUnknown ? source.Path : period.Path);
                continue;
            }

            if (source.Region is { } region && region == replication.Region)
            {
                yield return Finding.Violation(replication, $"the copy is in {region}, as the instance is", source.Path);
            }

            // The service keeps 7 days where nothing is said.
            if ((period.Number ?? 7) < context.Parameters["minimumDays"])
            {
                yield return Finding.Violation(replication, $"retention is {period} days, {context.Parameters["minimumDays"]} needed", period.Path);
            }
        }
    }
}
