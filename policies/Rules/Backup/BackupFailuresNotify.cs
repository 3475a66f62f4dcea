using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupFailuresNotify : StackRule
{
    private const string CopyFailed = "COPY_JOB_FAILED";
    private const string ObjectFailed = "S3_BACKUP_OBJECT_FAILED";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var backups = BackupEstate.Of(estate);
        foreach (var group in estate.OfType(BackupTypes.Plan).SelectMany(PlanRule.Of).GroupBy(rule => BackupVaults.Target(estate, rule).Target))
        {
            if (group.Key is not { Type: BackupTypes.Vault } vault)
            {
                continue;
            }

            var events = estate.UsersOf(vault, BackupTypes.VaultNotifications, "backupVaultName")
                .SelectMany(node => node["backupVaultEvents"].Items.Select(item => item.Text)).ToHashSet();
            if (events.Count == 0 && !IsWatched(estate, vault))
            {
                // What watches a Region may be in the stack of that Region, which was not given.
                yield return estate.OfTypes(CloudWatchTypes.MetricAlarm, CloudWatchTypes.EventRule, SnsTypes.Topic).Any(node => node.Region == vault.Region)
                    ? Finding.Violation(vault, "no alarm, event or notification reports failed backups of this vault")
                    : Finding.Unknown(vault, "name");
            }

            if (events.Count == 0 && !HasATopicBeside(estate, vault))
            {
                continue;
            }

            var copies = group.Any(rule => rule.Copies.Count > 0);
            var buckets = backups.Selections.Any(selection =>
                group.Any(rule => rule.Plan == selection.Plan) && selection.Stores.Any(store => store.Service == BackupStores.S3));
            foreach (var missing in new[] { (CopyFailed, copies && events.Count > 0), (ObjectFailed, buckets) }
                .Where(pair => pair.Item2 && !events.Contains(pair.Item1)))
            {
                yield return Finding.Violation(vault, $"no notification of the vault reports {missing.Item1}");
            }
        }
    }

    private static bool IsWatched(Estate estate, Node vault) =>
        estate.OfType(CloudWatchTypes.MetricAlarm).Any(alarm => alarm.Region == vault.Region && MetricSource.Of(alarm).Any(source =>
            source.Known is { Namespace: "AWS/Backup", Name: "NumberOfBackupJobsFailed" or "NumberOfBackupJobsCompleted" }
                && IsOf(estate, alarm, source, vault)))
        || estate.OfType(CloudWatchTypes.EventRule)
            .Any(rule =>
                rule.Region == vault.Region && rule["state"].Text != "DISABLED" && EventPatterns.NeverMatches(rule) is null or { IsUnknown: true }
                    && (rule["eventPattern"].Text?.Contains("aws.backup", StringComparison.Ordinal) ?? rule["eventPattern"].IsUnknown));

    private static bool IsOf(Estate estate, Node alarm, MetricSource source, Node vault) =>
        source.Dimensions["BackupVaultName"] is var name
        && (name.IsAbsent || estate.References.Follow(alarm, name, BackupTypes.Vault).Target == vault || (name.Text is { } text && text == vault["name"].Text));

    // Where the Region's topic belongs to another stack, the vault's stack may not be able to name it.
    private static bool HasATopicBeside(Estate estate, Node vault) =>
        estate.OfType(SnsTypes.Topic).Any(topic => topic.Stack == vault.Stack && topic.Region == vault.Region && !QueueFeed.IsForQueues(estate, topic));
}
