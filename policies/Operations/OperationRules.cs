namespace DrInfra.Policies.Operations;

/// <summary>Every kind of refusal.</summary>
public static class OperationRules
{
    /// <summary>Every id begins so; no rule's does.</summary>
    public const string Prefix = "operation-";

    public static OperationRule DataDeleted { get; } = new(
        "operation-data-deleted",
        "What holds data, backups, keys or secrets is not deleted, and does not leave the stack.",
        "Data goes with its store, backups with their vault, and what a key encrypts with the key; replicas follow a deletion at once.",
        "Keep the resource; where it is to go, back it up where the stack cannot reach it, and waive the deletion for a few days.");

    public static OperationRule DataReplaced { get; } = new(
        "operation-data-replaced",
        "What holds data, backups, keys or secrets is not replaced.",
        "A replacement is a new, empty resource and the deletion of the old one. Another key, Region, engine or name mostly forces one.",
        "Take the change back, or make a second resource beside the first, move the data, and then retire the first.");

    public static OperationRule ReplicationDetached { get; } = new(
        "operation-replication-detached",
        "What copies data elsewhere stays attached to it.",
        "From then on the copy grows old, and most services cannot attach it again: it must be made anew, with all its data.",
        "Keep the membership, the replication and its rules; to move a copy, make the new one first.");

    public static OperationRule CopyRemoved { get; } = new(
        "operation-copy-removed",
        "A copy, or a member, that a workload relies on is not removed.",
        "Without it the workload cannot keep its objectives, or has no way back from the loss of what held the other copy.",
        "Keep it until another copy does the same, or change the workload's objectives with its owner first.");

    public static OperationRule ProtectionRemoved { get; } = new(
        "operation-protection-removed",
        "Protection from deletion is not taken away.",
        "It is what stands between a mistake, or an attacker, and the data; a deletion usually follows in a later change.",
        "Leave protection on. To retire the resource, waive this together with its deletion.");

    public static OperationRule HistoryShortened { get; } = new(
        "operation-history-shortened",
        "Versions, restore points and retention are not switched off or shortened.",
        "Corruption is often found late: what is older than the retention cannot be had back, and services delete it at once.",
        "Keep the longer history, or agree on the shorter one with the workload's owner and waive the change.");

    public static OperationRule LockWeakened { get; } = new(
        "operation-lock-weakened",
        "A lock against deletion is not taken away, shortened or loosened.",
        "The lock is what survives an account in wrong hands.",
        "Keep the lock at least as long and as strict as it is.");

    public static OperationRule BackupRemoved { get; } = new(
        "operation-backup-removed",
        "Backups go on: plans, rules, selections and opt-ins stay.",
        "Nobody notices a backup that is not made until it is needed.",
        "Keep it, or let another plan take over the same resources in the same change and waive this one.");

    public static OperationRule KeyDisabled { get; } = new(
        "operation-key-disabled",
        "An encryption key is not disabled.",
        "What it encrypts, copies and backups too, cannot be read, and databases stop after a while.",
        "Leave the key enabled as long as anything is encrypted with it.");

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
    ];

    /// <summary>One by id; null where there is none.</summary>
    public static OperationRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
