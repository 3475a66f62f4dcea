using System.Text.Json;
using DrInfra.Infra.Backup;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Operations;

/// <summary>
/// The events that a Region listens to: what goes wrong with its backups, what becomes of its plans and databases, and each store's copies
/// as they arrive. Both Regions listen to all of it, since a failover must not need a new rule.
/// </summary>
public static class EventRules
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rules of a Region.</summary>
    public static IReadOnlyList<EventSpec> For(PairIdentity pair, IReadOnlyList<WorkloadSettings> workloads, string region) =>
        [.. Trouble(pair, region), .. Outside(workloads), .. workloads.SelectMany(workload => Copies(pair, workload, region))];

    /// <summary>The part of the name of the rule that a store's copies match.</summary>
    public static string CopiedPart(StoreSettings store) => $"{store.Name}-copied";

    /// <summary>The stores of a workload that the Region of a role backs up, each with its kind.</summary>
    public static IEnumerable<(StoreSettings Store, StoreKind Kind)> BackedUp(WorkloadSettings workload, StackRole role) =>
        from kind in StoreKind.All
        where kind.IsIn(role, workload)
        from store in kind.StoresOf(workload)
        select (store, kind);

    private static IEnumerable<EventSpec> Trouble(PairIdentity pair, string region)
    {
        var names = pair.Names;
        var vault = names.BackupVault("backup", region);
        var vaultArn = Arns.BackupVault(region, pair.AccountId, vault);

        // States and fields: AWS Backup guide, "Monitoring AWS Backup events using Amazon EventBridge". An expired job did not start within its
        // window, or met one that was still running.
        yield return Shared("backup-jobs", $"A backup job of vault {vault} failed, expired or was stopped", Backup("Backup Job State Change", new
        {
            state = new[] { "FAILED", "ABORTED", "EXPIRED", "PARTIAL" },
            backupVaultName = new[] { vault },
        }));
        yield return Shared("copy-jobs", $"A backup of vault {vault} was not copied", Backup("Copy Job State Change", new
        {
            state = new[] { "FAILED", "PARTIAL" },
            sourceBackupVaultArn = new[] { vaultArn },
        }));
        yield return Shared("vault-changes", $"Somebody changed or deleted a backup vault of {pair.Pair}", Pattern(new Dictionary<string, object>
        {
            ["source"] = new[] { "aws.backup" },
            ["detail-type"] = new[] { "Backup Vault State Change" },
            ["resources"] = new[] { new { prefix = Arns.BackupVault(region, pair.AccountId, names.Prefix) } },
            ["detail"] = new { state = new[] { "MODIFIED", "DELETED" } },
        }));

        // The guide spells some values in two ways, so letters do not count (Region switch guide, "EventBridge events"; the API's
        // ExecutionEventType). In which Region the events of a run arrive it does not say: both listen.
        yield return Shared("plan-executions", "A Region-switch plan runs, waits for an approval, or is stuck", Pattern(new Dictionary<string, object>
        {
            ["source"] = new[] { "aws.arc-region-switch" },
            ["detail-type"] = Spelled("ARC Region Switch Plan Execution"),
            ["resources"] = new[] { new { prefix = $"arn:aws:arc-region-switch::{pair.AccountId}:plan/{names.Prefix}" } },
            ["detail"] = new
            {
                eventType = Spelled(
                    "ExecutionStarted", "ExecutionPendingApproval", "ExecutionPendingChildPlanManualApproval", "StepPendingApproval", "StepPausedByError",
                    "ExecutionFailed", "ExecutionCompleted"),
            },
        }));

        // 0238 and 0239: a failover completed or failed; 0240 and 0241: the old primary is being resynchronized, and is
        // (Aurora user guide, "Amazon RDS event categories and event messages for Aurora").
        yield return Shared("database-failovers", "A global database failed over, or its old primary follows again", Pattern(new Dictionary<string, object>
        {
            ["source"] = new[] { "aws.rds" },
            ["detail"] = new { EventID = new[] { "RDS-EVENT-0238", "RDS-EVENT-0239", "RDS-EVENT-0240", "RDS-EVENT-0241" } },
        }));
    }

    // A copy in the other Region is there only when the backup was made too. A job of a continuous backup is none: it copies nothing.
    private static IEnumerable<EventSpec> Copies(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var names = pair.Names;
        var away = Arns.BackupVault(pair.Regions.OtherThan(region), pair.AccountId, names.BackupVault("backup", pair.Regions.OtherThan(region)));
        return BackedUp(workload, pair.Regions.RoleOf(region)).Select(one => new EventSpec(
            workload.Name,
            CopiedPart(one.Store),
            $"A backup of {one.Store.Name} of {workload.Name} was copied to the other Region",
            Backup("Copy Job State Change", new
            {
                state = new[] { "COMPLETED" },
                resourceArn = new[] { StoreKind.ArnOf(names, region, pair.AccountId, workload, one.Store) },
                destinationBackupVaultArn = new[] { away },
            }),
            TellsPeople: false));
    }

    /// <summary>
    /// The pattern of the events of a task's runs that ended well (DataSync guide, "Monitoring your AWS DataSync transfers by using Amazon EventBridge").
    /// </summary>
    public static string CopiedOutside(string taskArn) => Runs(new Dictionary<string, object>
    {
        ["resources"] = new[] { new { prefix = taskArn } },
        ["detail"] = new { State = new[] { "SUCCESS" } },
    });

    // The id of a task is random, so all tasks of the Region are listened to.
    private static IEnumerable<EventSpec> Outside(IEnumerable<WorkloadSettings> workloads) => workloads.Any(workload => workload.Offsites.Any())
        ? [Shared("outside-copies", "A run that copies data outside AWS failed", Runs(new Dictionary<string, object>
        {
            ["detail"] = new { State = new[] { "ERROR" } },
        }))]
        : [];

    private static string Runs(Dictionary<string, object> more) => Pattern(new Dictionary<string, object>(more)
    {
        ["source"] = new[] { "aws.datasync" },
        ["detail-type"] = new[] { "DataSync Task Execution State Change" },
    });

    private static EventSpec Shared(string part, string description, string pattern) => new("shared", part, description, pattern, TellsPeople: true);

    private static string Backup(string type, object detail) => Pattern(new Dictionary<string, object>
    {
        ["source"] = new[] { "aws.backup" },
        ["detail-type"] = new[] { type },
        ["detail"] = detail,
    });

    private static Dictionary<string, string>[] Spelled(params string[] values) =>
        [.. values.Select(value => new Dictionary<string, string> { ["equals-ignore-case"] = value })];

    private static string Pattern(Dictionary<string, object> pattern) => JsonSerializer.Serialize(pattern, Relaxed);
}
