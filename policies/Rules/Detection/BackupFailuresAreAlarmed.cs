using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class BackupFailuresAreAlarmed : StackRule
{
    public override string Description => "Failed backups of every vault that plans write to are told: by an alarm, by the vault's notifications or by an event rule.";

    public override string Why => "A backup that has failed for weeks is found out on the day it is needed.";

    public override string Fix => "Declare a MetricAlarm on AWS/Backup NumberOfBackupJobsFailed of the vault, or VaultNotifications of BACKUP_JOB_COMPLETED to a topic.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B3", "F6", "I3"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var vaults = estate.OfType(BackupTypes.Plan)
            .SelectMany(plan => plan["rules"].Items.Select(rule => estate.References.Follow(plan, rule["targetVaultName"], BackupTypes.Vault).Target))
            .OfType<Node>().Distinct();
        return from vault in vaults
               where AlarmHome.IsGiven(estate, vault.Region) && !IsTold(estate, vault)
               select Finding.Violation(vault, $"nothing in {vault.Region} tells of failed backups into it");
    }

    private static bool IsTold(Estate estate, Node vault) =>
        estate.UsersOf(vault, BackupTypes.VaultNotifications, "backupVaultName").Count > 0
        || estate.OfType(CloudWatchTypes.EventRule).Any(rule => rule.Region == vault.Region
            && (rule["eventPattern"].Text?.Contains("aws.backup", StringComparison.Ordinal) ?? false))
        || estate.OfType(CloudWatchTypes.MetricAlarm).Any(alarm => alarm.Region == vault.Region && MetricSource.Of(alarm).Any(source =>
            source.Known is { Namespace: "AWS/Backup", Name: "NumberOfBackupJobsFailed" or "NumberOfBackupJobsCompleted" }
            && (source.Dimensions["BackupVaultName"].IsAbsent
                || estate.References.Follow(alarm, source.Dimensions["BackupVaultName"], BackupTypes.Vault).Target == vault)));
}
