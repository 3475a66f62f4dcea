using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseRetentionIsLongEnough : ResourceRule
{
    // Aurora and RDS keep 35 days at most.
    private const double Longest = 35;

    protected override RuleDescriptor About => new(
        "Automated backups are kept for the days that an undetected corruption may need.",
        Why: "What is older than the window cannot be rolled back to; the default is one day, none for an instance, and 0 turns backups off.",
        Fix: "Set backupRetentionPeriod to at least minimumDays.",
        Severity.High, "B2 B4",
        Published: "DB_INSTANCE_BACKUP_ENABLED, RDS.11, TA opQPADkZvH RDS backups, CKV_AWS_133, AVD-AWS-0077, "
            + "1dc73fb4-5b51-430c-8c5f-25dcf9090b02, AwsSolutions-RDS13, rds-instance-backup-enabled, NEPTUNE_CLUSTER_BACKUP_RETENTION_CHECK, "
            + "CKV_AWS_361, AwsSolutions-N3, documentdb_cluster_backup_enabled, neptune_cluster_backup_enabled");

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that automated backups must be kept.", 7, 1, 35),
    ];

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var period = node[AutomatedBackups.Property];
        if (InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("a read replica is backed up at its source")];
        }

        if (AutomatedBackups.Retention(node).Days is not { } days)
        {
            return [Verdict.Unknown(AutomatedBackups.Property)];
        }

        var wanted = parameters["minimumDays"];
        return
        [
            days > Longest ? Verdict.Violation($"retention is {days} days, {Longest} is the most that the service takes", period.Path)
            : days < wanted ? Verdict.Violation($"retention is {days} {(days == 1 ? "day" : "days")}, {wanted} needed", period.Path)
            : Verdict.Compliant,
        ];
    }
}
