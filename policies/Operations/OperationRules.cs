namespace DrInfra.Policies.Operations;

/// <summary>Every kind of refusal.</summary>
public static class OperationRules
{
    /// <summary>Every id begins so; no rule's does.</summary>
    public const string Prefix = "operation-";

    public static OperationRule DataDeleted { get; } = new(
        "operation-data-deleted",
        "Resources that hold data, backups, keys or secrets are not deleted or removed from the stack.",
        "A deletion removes the data of a store, the backups in a vault, and everything that a key encrypts. Replicas repeat a deletion at once.",
        "Keep the resource. To retire it, back it up where the stack cannot reach it, and waive the deletion for a few days.");

    public static OperationRule DataReplaced { get; } = new(
        "operation-data-replaced",
        "Resources that hold data, backups, keys or secrets are not replaced.",
        "A replacement creates a new, empty resource and deletes the old one. A changed key, Region, engine or name usually forces it.",
        "Revert the change, or create a second resource, restore the data into it, and then retire the first.");

    public static OperationRule ReplicationDetached { get; } = new(
        "operation-replication-detached",
        "Replicas and replication rules stay attached to their source.",
        "A detached copy goes stale, and most services cannot attach it again: it must be recreated with all its data.",
        "Keep the membership, the replication and its rules. To move a copy, create the new one first.");

    public static OperationRule CopyRemoved { get; } = new(
        "operation-copy-removed",
        "A copy or member that a workload needs is not removed.",
        "Without it the workload misses its objectives, or cannot recover from the loss of the other copy.",
        "Keep it until another copy replaces it, or first change the workload's objectives with its owner.");

    public static OperationRule ProtectionRemoved { get; } = new(
        "operation-protection-removed",
        "Deletion protection is not removed.",
        "Deletion protection stops mistakes and attackers. A deletion usually follows in a later change.",
        "Keep the protection. To retire the resource, waive this together with its deletion.");

    public static OperationRule HistoryShortened { get; } = new(
        "operation-history-shortened",
        "Versions, recovery points and retention are not disabled or shortened.",
        "Corruption is often noticed late. Services delete history beyond the retention at once, and it cannot be restored.",
        "Keep the longer retention, or agree on the shorter one with the workload's owner and waive the change.");

    public static OperationRule LockWeakened { get; } = new(
        "operation-lock-weakened",
        "A vault lock or Object Lock is not removed, shortened or weakened.",
        "Only the lock protects data from an attacker who controls the account.",
        "Keep the lock at least as long and as strict as before.");

    public static OperationRule BackupRemoved { get; } = new(
        "operation-backup-removed",
        "Backup plans, rules, selections and opt-ins are not removed.",
        "Nobody notices a missing backup until it is needed.",
        "Keep it, or select the same resources in another plan in the same change and waive this one.");

    public static OperationRule KeyDisabled { get; } = new(
        "operation-key-disabled",
        "An encryption key is not disabled.",
        "Data, copies and backups encrypted with the key cannot be read, and databases stop after a while.",
        "Keep the key enabled as long as any data is encrypted with it.");

    public static OperationRule AccessDetached { get; } = new(
        "operation-access-detached",
        "A role that an EKS access entry names is not replaced without its access entry.",
        "An access entry keeps the unique id of its role. A new role has the same ARN but no access, and a failover plan that works through it cannot scale "
            + "pods.",
        "Keep the role, or replace its access entries and their policy associations in the same change.");

    public static OperationRule FailedOverWeakened { get; } = new(
        "operation-failed-over-weakened",
        "During a failover, capacity, writers and traffic stay with the Region that serves.",
        "After a failover the standby serves. A deployment of the usual settings scales it in, or sends clients back to a Region that is down.",
        "Keep `activation: active` and `failover: in-progress` until the failback. Then set `failover: none` and deploy it alone: the next deployment may "
            + "scale in.");

    public static IReadOnlyList<OperationRule> All { get; } =
    [
        DataDeleted,
        DataReplaced,
        ReplicationDetached,
        CopyRemoved,
        ProtectionRemoved,
        HistoryShortened,
        LockWeakened,
        BackupRemoved,
        KeyDisabled,
        AccessDetached,
        FailedOverWeakened,
    ];

    /// <summary>One by id; null where there is none.</summary>
    public static OperationRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
