namespace DrInfra.Policies.Catalogue;

/// <summary>Why no rule covers a published check.</summary>
public static class UncoveredChecks
{
    private const string NotRead = "the service is not read yet";

    private const string NoQueues = "queues and what comes of messages that fail are not read yet";

    private const string Running = "needs the running account; a declaration does not tell it";

    private const string NotRecovery = "not about recovery";

    private const string ByRootOnly = "cannot be declared: only the account's root user switches it on";

    /// <summary>For every check of a service that no rule covers.</summary>
    public static IReadOnlyDictionary<string, string> ByService { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Kubernetes"] = "Kubernetes objects are not read yet",
        ["CloudFront"] = NotRead,
        ["CloudTrail"] = NotRead,
        ["DLM"] = NotRead,
        ["Direct Connect"] = NotRead,
        ["ElastiCache"] = NotRead,
        ["Elastic DR"] = NotRead,
        ["Elasticsearch"] = NotRead,
        ["EventBridge"] = NotRead,
        ["FSx"] = NotRead,
        ["Kinesis"] = NotRead,
        ["MSK"] = NotRead,
        ["Managed Flink"] = NotRead,
        ["MemoryDB"] = NotRead,
        ["Network Firewall"] = NotRead,
        ["OpenSearch"] = NotRead,
        ["QLDB"] = NotRead,
        ["Redshift"] = NotRead,
    };

    /// <summary>For one check.</summary>
    public static IReadOnlyDictionary<string, string> ById { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AURORA_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["RDS_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["DYNAMODB_LAST_BACKUP_RECOVERY_POINT_CREATED"] = Running,
        ["LAMBDA_DLQ_CHECK"] = NoQueues,
        ["AwsSolutions-SQS3"] = NoQueues,
        ["SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK"] = Running,
        ["SecretsManager.2"] = Running,
        ["S3_VERSION_LIFECYCLE_POLICY_CHECK"] = "about cost: old versions that nothing deletes are no loss",
        ["S3_BUCKET_MFA_DELETE_ENABLED"] = ByRootOnly,
        ["AVD-AWS-0170"] = ByRootOnly,
        ["CKV_AWS_116"] = NoQueues,
        ["CKV_AWS_377"] = NotRecovery,
        ["ec2-instance-detailed-monitoring-enabled"] = NotRecovery,
        ["kms_cmk_not_multi_region"] = "the opposite: a key that exists in one Region alone is what a recovery fails on",
        ["ResilienceHub recommended options (v1)"] = "compares designs; a check judges the one that is declared",
        ["pulumi-best-practices / NIST / ISO27001 / PCI / HITRUST / CIS packs"] = "packs, not a check: their rules are not published one by one",
    };

    /// <summary>By id, else by service; null where nobody said.</summary>
    public static string? ReasonFor(PublishedCheck check) => ById.GetValueOrDefault(check.Id) ?? ByService.GetValueOrDefault(check.Service);
}
