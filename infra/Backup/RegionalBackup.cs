using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="RegionalBackup"/> needs.</summary>
/// <param name="Side">The Region of the vaults.</param>
/// <param name="Other">The Region that backups are copied to.</param>
/// <param name="AirGap">What the air-gapped vault needs; null where no tier promises to outlive the account.</param>
/// <param name="DeclaresOptIn">Whether the services' opt-in of account and Region is this pair's to declare.</param>
public sealed record RegionalBackupArgs(BackupSide Side, RegionContext Other, AirGapArgs? AirGap, bool DeclaresOptIn);

/// <summary>What an air-gapped vault needs.</summary>
/// <param name="SharedWith">The account that reaches its copies when this one is lost; null = none.</param>
public sealed record AirGapArgs(string? SharedWith);

/// <summary>
/// What a Region needs before it can back up and take copies in: the services' opt-in, a vault under our key, a vault that the account
/// can neither empty nor make unreadable where a tier promises to outlive the account, and the role that makes backups.
/// </summary>
[Practices("B5", "B6")]
public sealed class RegionalBackup : ComponentResource
{
    /// <summary>
    /// Of the vault's events, those that say that something failed. BACKUP_JOB_FAILED and RESTORE_JOB_FAILED are among the deprecated
    /// ones, which are taken and never sent; alarms on the metrics of AWS/Backup watch these jobs.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
    /// </summary>
    private static readonly string[] Failures =
        ["COPY_JOB_FAILED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"];

    private readonly RegionContext _region;
    private readonly Belonging _shared;

    /// <summary>Declares the vaults and the role.</summary>
    public RegionalBackup(string name, RegionalBackupArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:RegionalBackup", name, options)
    {
        _region = args.Side.Region;
        _shared = _region.Shared;
        if (args.DeclaresOptIn)
        {
            // One per account and Region: a second pair would write over the first one's map (gotcha 80).
            DeclareOptIn();
        }

        Vault = DeclareVault(args.Side);
        AirGap = args.AirGap is { } airGap ? DeclareAirGap(airGap) : null;
        RoleArn = DeclareRole(args.Other);
        Region = Output.Create(_region.Region);
        VaultArn = Vault.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The ARN of the ordinary vault.</summary>
    [Output("vaultArn")]
    public Output<string> VaultArn { get; private set; }

    /// <summary>The ordinary vault.</summary>
    public Aws.Backup.Vault Vault { get; }

    /// <summary>The air-gapped vault; null where no tier promises to outlive the account.</summary>
    public Aws.Backup.LogicallyAirGappedVault? AirGap { get; }

    /// <summary>The role that makes backups and copies, with its permissions.</summary>
    public Output<string> RoleArn { get; }

    /// <summary>The vaults, for what must come after them.</summary>
    public IReadOnlyList<Resource> Vaults => AirGap is null ? [Vault] : [Vault, AirGap];

    /// <summary>The ARN of a Region's ordinary vault.</summary>
    public static string VaultArnOf(RegionContext region) =>
        Arns.BackupVault(region.Region, region.AccountId, region.Names.BackupVault("backup", region.Region));

    /// <summary>The ARN of a Region's air-gapped vault.</summary>
    public static string AirGapArnOf(RegionContext region) =>
        Arns.BackupVault(region.Region, region.AccountId, region.Names.BackupVault("air-gapped", region.Region));

    private string Logical(string part) => $"shared-{part}-{_region.Region}";

    private void DeclareOptIn() => _ = new Aws.Backup.RegionSettings(Logical("backup-opt-in"), new Aws.Backup.RegionSettingsArgs
    {
        ResourceTypeOptInPreference = Map(BackupServices.OptIn),
        ResourceTypeManagementPreference = Map(BackupServices.Management),
    }, _region.Child(this));

    private Aws.Backup.Vault DeclareVault(BackupSide side)
    {
        var vault = new Aws.Backup.Vault(Logical("backup-vault"), new Aws.Backup.VaultArgs
        {
            Name = _region.Names.BackupVault("backup", _region.Region),

            // A copy under the key that AWS manages could not leave the Region or the account (gotcha 28).
            KmsKeyArn = side.VaultKeyArn,
            ForceDestroy = false,
            Tags = _region.Tags(_shared),
        }, _region.DataChild(this));
        _ = new Aws.Backup.VaultPolicy(Logical("backup-vault-policy"), new Aws.Backup.VaultPolicyArgs
        {
            BackupVaultName = vault.Name,
            Policy = VaultPolicy.KeepRecoveryPoints(),
        }, _region.Child(this));
        if (side.TopicArn is not null)
        {
            _ = new Aws.Backup.VaultNotifications(Logical("backup-vault-notifications"), new Aws.Backup.VaultNotificationsArgs
            {
                BackupVaultName = vault.Name,
                SnsTopicArn = side.TopicArn,
                BackupVaultEvents = Failures,
            }, _region.Child(this));
        }

        return vault;
    }

    private Aws.Backup.LogicallyAirGappedVault DeclareAirGap(AirGapArgs args)
    {
        // No key is named, so the service's own encrypts: nobody in the account can disable it. Its lock is in compliance mode from
        // the first day (gotcha 26), which the settings make somebody acknowledge.
        var vault = new Aws.Backup.LogicallyAirGappedVault(Logical("air-gapped-vault"), new Aws.Backup.LogicallyAirGappedVaultArgs
        {
            Name = _region.Names.BackupVault("air-gapped", _region.Region),
            MinRetentionDays = BackupSchedule.AirGapLeastDays,
            MaxRetentionDays = BackupSchedule.AirGapMostDays,
            Tags = _region.Tags(_shared),
        }, _region.DataChild(this));
        if (args.SharedWith is { } recoveryAccountId)
        {
            // The recovery account may be outside of the organization on purpose, which would be refused by default.
            var share = new Aws.Ram.ResourceShare(Logical("air-gapped-share"), new Aws.Ram.ResourceShareArgs
            {
                Name = _region.Names.BackupVault("air-gapped", _region.Region),
                AllowExternalPrincipals = true,
                Tags = _region.Tags(_shared),
            }, _region.DataChild(this));
            _ = new Aws.Ram.ResourceAssociation(Logical("air-gapped-share-vault"), new Aws.Ram.ResourceAssociationArgs
            {
                ResourceShareArn = share.Arn,
                ResourceArn = vault.Arn,
            }, _region.DataChild(this));
            _ = new Aws.Ram.PrincipalAssociation(Logical("air-gapped-share-account"), new Aws.Ram.PrincipalAssociationArgs
            {
                ResourceShareArn = share.Arn,
                Principal = recoveryAccountId,
            }, _region.DataChild(this));
        }

        return vault;
    }

    private Output<string> DeclareRole(RegionContext other)
    {
        string[] vaults = [VaultArnOf(_region), VaultArnOf(other)];
        if (AirGap is not null)
        {
            vaults = [.. vaults, AirGapArnOf(_region), AirGapArnOf(other)];
        }

        var role = new Aws.Iam.Role(Logical("backup-role"), new Aws.Iam.RoleArgs
        {
            Name = _region.Names.Role("shared", $"backup-{_region.Region}"),
            Description = $"Backs up the stores of {_region.Region} and copies the backups to {other.Region}",
            AssumeRolePolicy = BackupRole.TrustPolicy(_region.AccountId),
            Tags = _region.GlobalTags(_shared),
        }, _region.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("backup-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "back-up",
            Role = role.Name,
            Policy = BackupRole.Policy(_region.Identity, _region.Region, vaults),
        }, _region.Child(this));

        // By way of the permission, so that no backup starts without it.
        return Output.Tuple(role.Arn, permission.Id).Apply(pair => pair.Item1);
    }

    private static InputMap<bool> Map(IReadOnlyDictionary<string, bool> preferences)
    {
        var map = new InputMap<bool>();
        foreach (var (service, wanted) in preferences)
        {
            map.Add(service, wanted);
        }

        return map;
    }
}
