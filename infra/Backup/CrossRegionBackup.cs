using DrInfra.Infra.Conventions;
using Pulumi;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="CrossRegionBackup"/> needs.</summary>
/// <param name="Primary">The primary Region.</param>
/// <param name="Standby">The standby Region.</param>
/// <param name="PrimaryVaultKeyArn">The key of the primary Region's vault.</param>
/// <param name="StandbyVaultKeyArn">The key of the standby Region's vault.</param>
/// <param name="PrimaryTopicArn">Who hears of failures in the primary Region; null = nobody. The topic is there first.</param>
public sealed record CrossRegionBackupArgs(
    RegionContext Primary,
    RegionContext Standby,
    Output<string> PrimaryVaultKeyArn,
    Output<string> StandbyVaultKeyArn,
    Output<string>? PrimaryTopicArn);

/// <summary>
/// Backups of all stores of the pair, in both Regions and both directions, all in the primary's stack: vaults, plans, copies, tests
/// that restore, and reports. The standby Region's topic belongs to the other stack and comes later, so its alarms do the watching.
/// </summary>
public sealed class CrossRegionBackup : ComponentResource
{
    /// <summary>Declares both Regions.</summary>
    public CrossRegionBackup(string name, CrossRegionBackupArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:CrossRegionBackup", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var (primary, standby) = (args.Primary, args.Standby);
        var here = new RegionalBackup(
            $"{name}-{primary.Region}", new RegionalBackupArgs(primary, standby, args.PrimaryVaultKeyArn, args.PrimaryTopicArn), child);
        var there = new RegionalBackup(
            $"{name}-{standby.Region}", new RegionalBackupArgs(standby, primary, args.StandbyVaultKeyArn, null), child);

        // The vaults of both Regions come before the plans of either, since each plan copies to the other side.
        _ = new BackupPlans($"{name}-plans-{primary.Region}", new BackupPlansArgs(primary, standby, here, there), child);
        _ = new BackupPlans($"{name}-plans-{standby.Region}", new BackupPlansArgs(standby, primary, there, here), child);
        _ = new RestoreTesting($"{name}-restore-tests-{primary.Region}", new RestoreTestingArgs(primary, standby, here), child);
        _ = new RestoreTesting($"{name}-restore-tests-{standby.Region}", new RestoreTestingArgs(standby, primary, there), child);
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
