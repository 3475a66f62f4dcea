using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="BackupPlans"/> needs.</summary>
/// <param name="Region">The Region of the stores.</param>
/// <param name="Other">The Region that backups are copied to.</param>
/// <param name="Workloads">Whose stores are backed up.</param>
/// <param name="Own">This Region's vaults and role.</param>
/// <param name="OtherBackup">The other Region's vaults.</param>
public sealed record BackupPlansArgs(
    RegionContext Region, RegionContext Other, IReadOnlyList<WorkloadSettings> Workloads, RegionalBackup Own, RegionalBackup OtherBackup);

/// <summary>
/// The backup plans of one Region: one per workload and kind of store that the Region has, with the generations of the workload's
/// tier, each copied to the other Region and, where the tier promises to outlive the account, to an air-gapped vault. They are there
/// in both Regions from the first deployment, so a failover changes the writer and no plan.
/// </summary>
[Practices("B1", "B2", "B4")]
public sealed class BackupPlans : ComponentResource
{
    private readonly BackupPlansArgs _args;
    private readonly RegionContext _region;

    /// <summary>Declares the plans and their selections.</summary>
    public BackupPlans(string name, BackupPlansArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:BackupPlans", name, options)
    {
        _args = args;
        _region = args.Region;
        foreach (var workload in args.Workloads)
        {
            foreach (var kind in StoreKind.All.Where(kind => kind.IsIn(_region.Role, workload)))
            {
                Declare(workload, kind, kind.Name, [.. BackupSchedule.Generations(workload.Tier, kind).Select(generation => Rule(workload, kind, generation))]);
                if (kind == StoreKind.Bucket)
                {
                    Declare(workload, kind, "bucket-continuous", [ContinuousRule(workload)]);
                }
            }
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private void Declare(WorkloadSettings workload, StoreKind kind, string part, Aws.Backup.Inputs.PlanRuleArgs[] rules)
    {
        string Logical(string what) => $"{workload.Name}-{part}-{what}-{_region.Region}";

        var name = _region.Names.BackupPlan(workload.Name, part, _region.Region);
        var plan = new Aws.Backup.Plan(Logical("backup-plan"), new Aws.Backup.PlanArgs
        {
            Name = name,
            Rules = rules,
            Tags = _region.Tags(Belonging.To(workload)),
        }, _region.Child(this, [.. _args.Own.Vaults, .. _args.OtherBackup.Vaults]));

        // Kind and tags must both fit. The Region is no condition: a plan sees its own Region alone, and a table's replica carries
        // the tags of the table. Only ListOfTags would take a resource that has one of several tags.
        // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
        _ = new Aws.Backup.Selection(Logical("backup-selection"), new Aws.Backup.SelectionArgs
        {
            Name = name,
            PlanId = plan.Id,
            IamRoleArn = _args.Own.RoleArn,
            Resources = { kind.ArnPattern },
            Conditions =
            {
                new Aws.Backup.Inputs.SelectionConditionArgs
                {
                    StringEquals =
                    {
                        new Aws.Backup.Inputs.SelectionConditionStringEqualArgs { Key = "aws:ResourceTag/dr:pair", Value = _region.Identity.Pair },
                        new Aws.Backup.Inputs.SelectionConditionStringEqualArgs { Key = "aws:ResourceTag/dr:workload", Value = workload.Name },
                    },
                },
            },
        }, _region.Child(this));
    }

    private Aws.Backup.Inputs.PlanRuleArgs Rule(WorkloadSettings workload, StoreKind kind, BackupGeneration generation)
    {
        // A database's and a table's window for going back in time is their own: AWS Backup's would take over its length and hour,
        // and show as a change of the database (gotcha 68).
        var rule = RuleOf(generation, continuous: false);
        rule.CopyActions.Add(Copy(RegionalBackup.VaultArnOf(_args.Other), generation));
        if (BackupSchedule.OutlivesAccount(workload.Tier))
        {
            rule.CopyActions.Add(Copy(
                RegionalBackup.AirGapArnOf(kind.ReachesAirGapOfOtherRegion ? _args.Other : _region), generation));
        }

        return rule;
    }

    // In a plan of its own, where it overlaps with no other rule, and in the vault of the bucket's other backups. Without a copy: it
    // would arrive as an ordinary snapshot, which is no window there (gotcha 67) and which the other plan makes already.
    private Aws.Backup.Inputs.PlanRuleArgs ContinuousRule(WorkloadSettings workload) =>
        RuleOf(BackupSchedule.Continuous(workload.Tier), continuous: true);

    private Aws.Backup.Inputs.PlanRuleArgs RuleOf(BackupGeneration generation, bool continuous) => new()
    {
        RuleName = generation.Name,
        TargetVaultName = _region.Names.BackupVault("backup", _region.Region),
        Schedule = generation.Schedule,
        ScheduleExpressionTimezone = "Etc/UTC",
        StartWindow = BackupSchedule.StartWindowMinutes,
        CompletionWindow = BackupSchedule.CompletionWindowMinutes,
        EnableContinuousBackup = continuous,
        Lifecycle = new Aws.Backup.Inputs.PlanRuleLifecycleArgs { DeleteAfter = generation.KeptDays },
    };

    private static Aws.Backup.Inputs.PlanRuleCopyActionArgs Copy(string vaultArn, BackupGeneration generation) => new()
    {
        DestinationVaultArn = vaultArn,
        Lifecycle = new Aws.Backup.Inputs.PlanRuleCopyActionLifecycleArgs { DeleteAfter = generation.KeptDays },
    };
}
