using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Backup;

public sealed class VaultNotificationsReachATopic : StackRule
{
    // Taken by the service, and never sent. Source: the AWS Backup API, PutBackupVaultNotifications.
    private static readonly string[] NeverSent =
        ["BACKUP_JOB_SUCCESSFUL", "BACKUP_JOB_FAILED", "BACKUP_JOB_EXPIRED", "RESTORE_JOB_SUCCESSFUL", "RESTORE_JOB_FAILED", "BACKUP_PLAN_CREATED",
            "BACKUP_PLAN_MODIFIED"];

    private static readonly string[] Sent =
    [
        "BACKUP_JOB_STARTED", "BACKUP_JOB_COMPLETED", "COPY_JOB_STARTED", "COPY_JOB_SUCCESSFUL", "COPY_JOB_FAILED", "RESTORE_JOB_STARTED",
        "RESTORE_JOB_COMPLETED", "RECOVERY_POINT_MODIFIED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED",
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(BackupTypes.VaultNotifications).SelectMany(node => Judge(context.Estate, node));

    private static IEnumerable<Finding> Judge(Estate estate, Node node)
    {
        foreach (var (property, type) in new[] { ("snsTopicArn", SnsTypes.Topic), ("backupVaultName", BackupTypes.Vault) })
        {
            var reference = estate.References.Follow(node, property, type);
            if (reference.Region is { } region && node.Region is { } own && region != own)
            {
                yield return Finding.Violation(node, $"{property} is in {region}, the notifications in {own}", property);
            }
            else if (reference.Target is null)
            {
                yield return Finding.Unknown(node, property);
            }
        }

        foreach (var item in node["backupVaultEvents"].Items)
        {
            if (item.Text is not { } name)
            {
                yield return Finding.Unknown(node, item.Path);
            }
            else if (!Sent.Contains(name))
            {
                yield return Finding.Violation(
                    node, NeverSent.Contains(name) ? $"AWS Backup no longer sends event {name}" : $"event {name} does not exist", item.Path);
            }
        }
    }
}
