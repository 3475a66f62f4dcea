namespace DrInfra.Policies.Catalogue;

/// <summary>Why no rule covers a published check.</summary>
public static class UncoveredChecks
{
    private const string Running = "needs the running account; a declaration does not tell it";

    private const string NotRecovery = "not about recovery";

    private const string OneVendor = "objects of one vendor's backup product, whose schemas are not public";

    private const string NotDeclared = "no resource of the provider's that is read here declares it";

    private const string ByRootOnly = "cannot be declared: only the account's root user switches it on";

    /// <summary>For every check of a service that no rule covers.</summary>
    public static IReadOnlyDictionary<string, string> ByService { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CloudFront"] = "a cache before the workload: what is behind it is read, its origins are not",
        ["Direct Connect"] = "lines into one's own buildings: where the other one ends, no declaration tells",
        ["Elastic DR"] = "which servers it replicates is told to their agents, not declared",
        ["Network Firewall"] = NotDeclared,
        ["QLDB"] = "the service has ended",
        };

    /// <summary>For one check.</summary>
    public static IReadOnlyDictionary<string, string> ById { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AURORA_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["RDS_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["DYNAMODB_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK"] = Running,
        ["SecretsManager.2"] = Running,
        ["S3_VERSION_LIFECYCLE_POLICY_CHECK"] = "about cost: old versions that nothing deletes are no loss",
        ["S3_BUCKET_MFA_DELETE_ENABLED"] = ByRootOnly,
        ["AVD-AWS-0170"] = ByRootOnly,
        ["TA MSK brokers hosting too many partitions"] = Running,
        ["kyverno/kasten-hourly-rpo"] = OneVendor,
        ["kyverno/kasten-immutable-location-profile"] = OneVendor,
        ["kyverno/kasten-minimum-retention"] = OneVendor,
        ["kyverno/kasten-data-protection-by-label"] = OneVendor,
        ["CKV_AWS_377"] = NotRecovery,
        ["ec2-instance-detailed-monitoring-enabled"] = NotRecovery,
        ["kms_cmk_not_multi_region"] = "the opposite: a key that exists in one Region alone is what a recovery fails on",
        ["ResilienceHub recommended options (v1)"] = "compares designs; a check judges the one that is declared",
        ["pulumi-best-practices / NIST / ISO27001 / PCI / HITRUST / CIS packs"] = "packs, not a check: their rules are not published one by one",
    };

    /// <summary>By id, else by service; null where nobody said.</summary>
    public static string? ReasonFor(PublishedCheck check) => ById.GetValueOrDefault(check.Id) ?? ByService.GetValueOrDefault(check.Service);
}
