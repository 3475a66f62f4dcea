using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="CrossRegionBackup"/> needs.</summary>
/// <param name="Primary">The primary Region.</param>
/// <param name="Standby">The standby Region.</param>
/// <param name="Workloads">Whose stores are backed up.</param>
/// <param name="RecoveryAccountId">The account that air-gapped vaults are shared with; null = none.</param>
/// <param name="OwnsAccountDefaults">Whether the services' opt-in of account and Region is this pair's to declare.</param>
public sealed record CrossRegionBackupArgs(
    BackupSide Primary, BackupSide Standby, IReadOnlyList<WorkloadSettings> Workloads, string? RecoveryAccountId, bool OwnsAccountDefaults);

/// <summary>
/// Backups of all stores of the pair, in both Regions and both directions, all in the primary's stack: vaults, plans, copies, tests
/// that restore, and reports. The standby Region's topic belongs to the other stack and comes later, so its alarms do the watching.
/// </summary>
[Practices("B6", "B*")]
public sealed class CrossRegionBackup : ComponentResource
{
    /// <summary>Declares both Regions.</summary>
    public CrossRegionBackup(string name, CrossRegionBackupArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:CrossRegionBackup", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var (primary, standby, workloads) = (args.Primary.Region, args.Standby.Region, args.Workloads);
        var airGap = workloads.Any(workload => BackupSchedule.OutlivesAccount(workload.Tier)) ? new AirGapArgs(args.RecoveryAccountId) : null;
        var here = new RegionalBackup(
            $"{name}-{primary.Region}", new RegionalBackupArgs(args.Primary, standby, airGap, args.OwnsAccountDefaults), child);
        var there = new RegionalBackup(
            $"{name}-{standby.Region}", new RegionalBackupArgs(args.Standby, primary, airGap, args.OwnsAccountDefaults), child);

        // The vaults of both Regions come before the plans of either, since each plan copies to the other side.
        _ = new BackupPlans($"{name}-plans-{primary.Region}", new BackupPlansArgs(primary, standby, workloads, here, there), child);
        _ = new BackupPlans($"{name}-plans-{standby.Region}", new BackupPlansArgs(standby, primary, workloads, there, here), child);
        _ = new RestoreTesting($"{name}-restore-tests-{primary.Region}", new RestoreTestingArgs(args.Primary, standby, workloads, here), child);
        _ = new RestoreTesting($"{name}-restore-tests-{standby.Region}", new RestoreTestingArgs(args.Standby, primary, workloads, there), child);
        _ = new BackupReports($"{name}-reports-{primary.Region}", new BackupReportsArgs(primary), child);

        Region = Output.Create(ResourceTags.Global);
        PrimaryVaultArn = here.VaultArn;
        StandbyVaultArn = there.VaultArn;
        RegisterOutputs();
    }

    /// <summary><c>global</c>: it spans the pair, and its children say their own Regions.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The ARN of the vault in the primary Region.</summary>
    [Output("primaryVaultArn")]
    public Output<string> PrimaryVaultArn { get; private set; }

    /// <summary>The ARN of the vault in the standby Region.</summary>
    [Output("standbyVaultArn")]
    public Output<string> StandbyVaultArn { get; private set; }
}
