using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="RestoreTesting"/> needs.</summary>
/// <param name="Side">The Region of the tests.</param>
/// <param name="Other">The Region that copies come from.</param>
/// <param name="Workloads">Whose stores are restored.</param>
/// <param name="Backup">This Region's vaults.</param>
public sealed record RestoreTestingArgs(BackupSide Side, RegionContext Other, IReadOnlyList<WorkloadSettings> Workloads, RegionalBackup Backup);

/// <summary>
/// Restores the newest backup of every store of the pair in a Region, weekly or monthly by tier, and keeps what was restored for some
/// hours to be looked at. What is tested is what a recovery would take: the copy that came from the other Region, and the Region's
/// own backup where no copy comes. Stores are named by ARN, because a copy's tags are not those of a resource of the Region.
/// </summary>
[Practices("B3", "F4", "F5")]
public sealed class RestoreTesting : ComponentResource
{
    /// <summary>Hours within which a test starts: tests wait for each other, and nothing waits for them.</summary>
    private const int StartWindowHours = 8;

    /// <summary>Hours for which a check can look at what was restored, before it is deleted.</summary>
    private const int ValidationWindowHours = 8;

    private readonly RestoreTestingArgs _args;
    private readonly RegionContext _region;

    /// <summary>Declares the role, the plans and their selections.</summary>
    public RestoreTesting(string name, RestoreTestingArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:RestoreTesting", name, options)
    {
        _args = args;
        _region = args.Side.Region;
        var roleArn = DeclareRole();
        foreach (var group in args.Workloads.GroupBy(workload => RestoreTestFrequency.Of(workload.Tier)))
        {
            var plan = DeclarePlan(group.Key);
            foreach (var workload in group)
            {
                foreach (var kind in StoreKind.All.Where(kind => kind.StoresOf(workload).Any()))
                {
                    DeclareSelection(plan, roleArn, workload, kind);
                }
            }
        }

        Region = Output.Create(_region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private string Logical(string part) => $"shared-{part}-{_region.Region}";

    private Output<string> DeclareRole()
    {
        var role = new Aws.Iam.Role(Logical("restore-test-role"), new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", $"restore-test-{_region.Region}"),
            Description = $"Restores samples of the backups in {_region.Region} under new names",
            AssumeRolePolicy = RestoreTestRole.TrustPolicy(_region.AccountId),
            Tags = _region.GlobalTags(_region.Shared),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("restore-test-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "restore-samples",
            Role = role.Name,
            Policy = RestoreTestRole.Policy(_region.Identity, _region.Region),
        }, _region.Child(this));
        return Output.Tuple(role.Arn, permission.Id).Apply(pair => pair.Item1);
    }

    private Aws.Backup.RestoreTestingPlan DeclarePlan(RestoreTestFrequency frequency) =>
        new(Logical($"restore-tests-{frequency.Name}"), new Aws.Backup.RestoreTestingPlanArgs
        {
            Name = _region.Names.RestoreTestingPlan(frequency.Name, _region.Region),
            ScheduleExpression = frequency.Schedule,
            ScheduleExpressionTimezone = "Etc/UTC",
            StartWindowHours = StartWindowHours,
            RecoveryPointSelection = new Aws.Backup.Inputs.RestoreTestingPlanRecoveryPointSelectionArgs
            {
                Algorithm = "LATEST_WITHIN_WINDOW",
                IncludeVaults = { RegionalBackup.VaultArnOf(_region) },
                RecoveryPointTypes = { "SNAPSHOT" },
                SelectionWindowDays = frequency.SelectionWindowDays,
            },
            Tags = _region.Tags(_region.Shared),
        }, _region.Child(this, _args.Backup.Vault));

    private void DeclareSelection(Aws.Backup.RestoreTestingPlan plan, Output<string> roleArn, WorkloadSettings workload, StoreKind kind)
    {
        var source = kind.IsIn(_args.Other.Role, workload) ? _args.Other : _region;
        var selection = new Aws.Backup.RestoreTestingSelectionArgs
        {
            Name = _region.Names.RestoreTestingSelection(workload.Name, kind.Name),
            RestoreTestingPlanName = plan.Name,
            IamRoleArn = roleArn,
            ProtectedResourceType = kind.ResourceType,
            ProtectedResourceArns = kind.StoresOf(workload)
                .Select(store => StoreKind.ArnOf(source.Names, source.Region, source.AccountId, workload, store))
                .ToArray(),
            ValidationWindowHours = ValidationWindowHours,
        };

        // By default a cluster is restored into the default VPC and random zones, neither of which need fit or exist.
        // https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-inferred-metadata.html
        if (kind == StoreKind.Database)
        {
            selection.RestoreMetadataOverrides = new InputMap<string>
            {
                ["dbSubnetGroupName"] = _region.Names.Cluster(workload.Name, workload.Databases.First().Name, _region.Region),
                ["availabilityZones"] = JsonSerializer.Serialize(_args.Side.Zones),
            };
        }

        _ = new Aws.Backup.RestoreTestingSelection($"{workload.Name}-{kind.Name}-restore-test-{_region.Region}", selection, _region.Child(this));
    }
}
