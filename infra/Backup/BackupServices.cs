namespace DrInfra.Infra.Backup;

/// <summary>
/// What AWS Backup may back up in a Region, by the names of its API. The map is whole, because the service reports every entry and
/// a missing one would come back as a change for ever, while an unknown one fails the update (gotcha 80). Names: the provider's
/// acceptance test of <c>aws_backup_region_settings</c>, and EKS from the managed policy AWSBackupServiceRolePolicyForBackup (v29).
/// </summary>
public static class BackupServices
{
    /// <summary>
    /// All services are opted in. For ours it is a condition: a resource that a tag selects is skipped in silence where its service
    /// is not (gotcha 65). For the others it costs nothing without a plan, and opting them out would end the backups of somebody
    /// else in the account.
    /// </summary>
    public static IReadOnlyDictionary<string, bool> OptIn { get; } = new Dictionary<string, bool>
    {
        ["Aurora"] = true,
        ["CloudFormation"] = true,
        ["DocumentDB"] = true,
        ["DSQL"] = true,
        ["DynamoDB"] = true,
        ["EBS"] = true,
        ["EC2"] = true,
        ["EFS"] = true,
        ["EKS"] = true,
        ["FSx"] = true,
        ["Neptune"] = true,
        ["RDS"] = true,
        ["Redshift"] = true,
        ["Redshift Serverless"] = true,
        ["S3"] = true,
        ["SAP HANA on Amazon EC2"] = true,
        ["Storage Gateway"] = true,
        ["Timestream"] = true,
        ["VirtualMachine"] = true,
    };

    /// <summary>
    /// Services whose backups AWS Backup manages whole. Without it a table's backup stays DynamoDB's own and can be copied to no
    /// other Region (fact backup-xregion-supported).
    /// </summary>
    public static IReadOnlyDictionary<string, bool> Management { get; } = new Dictionary<string, bool>
    {
        ["DynamoDB"] = true,
        ["EFS"] = true,
    };
}
