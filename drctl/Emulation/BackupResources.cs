using System.Collections.Immutable;
using DrInfra.Policies.Aws.Backup;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class BackupResources
{
    /// <summary>
    /// Events that the provider takes (its validation, read off hashicorp/aws 5.100.0); the API has newer ones, which a plan refuses.
    /// </summary>
    private static readonly string[] VaultEvents =
    [
        "BACKUP_JOB_COMPLETED", "BACKUP_JOB_EXPIRED", "BACKUP_JOB_FAILED", "BACKUP_JOB_STARTED", "BACKUP_JOB_SUCCESSFUL",
        "BACKUP_PLAN_CREATED", "BACKUP_PLAN_MODIFIED", "COPY_JOB_FAILED", "COPY_JOB_STARTED", "COPY_JOB_SUCCESSFUL",
        "RECOVERY_POINT_INDEX_COMPLETED", "RECOVERY_POINT_INDEX_DELETED", "RECOVERY_POINT_INDEXING_FAILED", "RECOVERY_POINT_MODIFIED",
        "RESTORE_JOB_COMPLETED", "RESTORE_JOB_FAILED", "RESTORE_JOB_STARTED", "RESTORE_JOB_SUCCESSFUL", "S3_BACKUP_OBJECT_FAILED",
        "S3_RESTORE_OBJECT_FAILED",
    ];

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(BackupTypes.Vault, CreateVault),
        new(BackupTypes.LogicallyAirGappedVault, CreateLogicallyAirGappedVault),
        new(BackupTypes.VaultLockConfiguration, CreateVaultLock),
        new(BackupTypes.VaultPolicy, CreateOfVault),
        new(BackupTypes.VaultNotifications, CreateVaultNotifications),
        new(BackupTypes.Plan, CreatePlan),
        new(BackupTypes.Selection, CreateSelection),
        new(BackupTypes.ReportPlan, CreateReportPlan),
        new(BackupTypes.RegionSettings, request => EmulatedOutputs.InRegion(request).WithId(request.Region)),
        new(BackupTypes.GlobalSettings, request => EmulatedOutputs.Of(request).WithId(request.AccountId), IdentityScope.Account),
    ];

    private static EmulatedResource CreateVault(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        RequireFreeName(request, name, BackupTypes.LogicallyAirGappedVault);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", VaultArn(request, name))
            // Without a key of one's own the account's aws/backup key encrypts, one per Region.
            .Default("kmsKeyArn", request.Arn("kms", $"key/{StableIds.Uuid("aws/backup", request.AccountId, request.Region)}"))
            .Set("recoveryPoints", 0)
            .Off("forceDestroy")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateLogicallyAirGappedVault(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        RequireFreeName(request, name, BackupTypes.Vault);
        // AWS Backup API, CreateLogicallyAirGappedBackupVault: MinRetentionDays is 7 or more.
        if (request.Number("minRetentionDays") is { } days and < 7)
        {
            throw request.Refuse("minRetentionDays", days, "a logically air-gapped vault keeps recovery points for 7 days or more.");
        }

        RequireRetentionRange(request);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", VaultArn(request, name))
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateVaultNotifications(EmulationRequest request)
    {
        foreach (var name in request.List("backupVaultEvents").OfType<string>().Except(VaultEvents))
        {
            throw request.Refuse("backupVaultEvents", name, $"the provider takes {string.Join(", ", VaultEvents)}.");
        }

        return CreateOfVault(request);
    }

    private static EmulatedResource CreateVaultLock(EmulationRequest request)
    {
        // AWS Backup API, PutBackupVaultLockConfiguration: MinRetentionDays from 1, MaxRetentionDays up to 36500, ChangeableForDays from 3.
        RequireRetentionRange(request);
        if (request.Number("minRetentionDays") is { } shortest and < 1)
        {
            throw request.Refuse("minRetentionDays", shortest, "the shortest retention of a lock is 1 day or more.");
        }

        if (request.Number("maxRetentionDays") is { } longest and > 36500)
        {
            throw request.Refuse("maxRetentionDays", longest, "the longest retention of a lock is 36500 days or less.");
        }

        if (request.Number("changeableForDays") is { } grace and < 3)
        {
            throw request.Refuse(
                "changeableForDays", grace, "a lock in compliance mode can be taken back for 3 days or more; leave it out for governance mode.");
        }

        return CreateOfVault(request);
    }

    /// <summary>What hangs on a vault has the vault's name as its id.</summary>
    private static EmulatedResource CreateOfVault(EmulationRequest request)
    {
        var name = request.Text("backupVaultName");
        return EmulatedOutputs.InRegion(request)
            .Set("backupVaultArn", name is null ? null : VaultArn(request, name))
            .WithId(name);
    }

    private static EmulatedResource CreatePlan(EmulationRequest request)
    {
        var id = request.Uuid();
        return EmulatedOutputs.InRegion(request)
            .Set("name", request.PhysicalName(prefixProperty: null))
            .Set("arn", request.Arn("backup", $"backup-plan:{id}"))
            .Set("version", request.Mixed(48, "version"))
            .Set("rules", request.Maps("rules").Select(Rule).ToImmutableArray<object>())
            .EmptyLists("advancedBackupSettings", "scanSettings")
            .Tagged()
            .WithId(id);
    }

    /// <summary>The provider's defaults (aws_backup_plan), which differ from the service's own 8 hours and 7 days.</summary>
    private static ImmutableDictionary<string, object> Rule(IReadOnlyDictionary<string, object> given) => Over(
        Map(
            ("startWindow", 60),
            ("completionWindow", 180),
            ("enableContinuousBackup", false),
            ("scheduleExpressionTimezone", "Etc/UTC")),
        given);

    private static EmulatedResource CreateSelection(EmulationRequest request) =>
        EmulatedOutputs.InRegion(request)
            .Set("name", request.PhysicalName(prefixProperty: null))
            .EmptyLists("conditions", "notResources", "resources", "selectionTags")
            .WithId(request.Uuid());

    private static EmulatedResource CreateReportPlan(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("backup", $"report-plan:{name}-{request.Uuid()}"))
            .Set("deploymentStatus", "COMPLETED")
            // An invented cloud has no clock.
            .Set("creationTime", "2000-01-01T00:00:00Z")
            .Tagged()
            .WithId(name);
    }

    private static string VaultArn(EmulationRequest request, string name) => request.Arn("backup", $"backup-vault:{name}");

    /// <summary>Both kinds of vault share one namespace per Region.</summary>
    private static void RequireFreeName(EmulationRequest request, string name, string otherKind)
    {
        if (request.Find(otherKind, name) is not null)
        {
            throw request.Refuse("name", name, $"there is a vault of type {otherKind} with this name in {request.Region}.");
        }
    }

    private static void RequireRetentionRange(EmulationRequest request)
    {
        if (request.Number("minRetentionDays") is { } shortest && request.Number("maxRetentionDays") is { } longest && shortest > longest)
        {
            throw request.Refuse("minRetentionDays", shortest, $"it may not exceed maxRetentionDays, which is {longest}.");
        }
    }
}
