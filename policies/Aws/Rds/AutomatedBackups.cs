using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>How long a database keeps its automated backups.</summary>
/// <param name="Days">0 where it keeps none; null where the number is not known.</param>
internal readonly record struct AutomatedBackups(double? Days)
{
    public const string Property = "backupRetentionPeriod";

    public const string SourceProperty = "sourceDbInstanceArn";

    public bool IsUnknown => Days is null;

    /// <summary>Why the backups of an instance cannot be copied to another Region; null where they can. There is nothing to copy without them.</summary>
    public static Reason? Refusal(Estate estate, Node replication)
    {
        if (estate.References.Follow(replication, SourceProperty, RdsTypes.Instance).Target is not { } source)
        {
            return null;
        }

        var retention = Retention(source);
        return retention.IsUnknown ? Reason.Unknown(source, Property)
            : retention.Days == 0 ? new Reason($"its source {source.Name} has no automated backups", replication, SourceProperty)
            : null;
    }

    /// <summary>Days for which the copies in another Region are kept.</summary>
    public static StatedNumber CopiedDays(Node replication) => new(replication["retentionPeriod"], FactBook.Number("rds-xregion-backup-kept-default"));

    /// <summary>The same, not known where what is stated is no number.</summary>
    public static AutomatedBackups Copied(Node replication)
    {
        var days = CopiedDays(replication);
        return new AutomatedBackups(days.Property.IsAbsent ? days.Default : days.Property.Number);
    }

    /// <summary>
    /// What is stated; where nothing is, what the state says; else what the provider sends: 0 for an instance (registry: "Default is 0"),
    /// and nothing for a cluster, for which the service takes its default.
    /// </summary>
    public static AutomatedBackups Retention(Node database)
    {
        var stated = database[Property];

        // Something else sets it, AWS Backup for one, and only the state tells to what.
        if (IgnoredChanges.Contain(database, Property))
        {
            return new AutomatedBackups(database.Output(Property).Number);
        }

        return new AutomatedBackups(
            stated.IsUnknown ? null : stated.Number ?? (database.Type == RdsTypes.Instance ? 0 : FactBook.Get("rds-backup-retention-default-api").Number));
    }
}
