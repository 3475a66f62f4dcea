using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The copies that tasks of DataSync make of a bucket or a file system: in another bucket or file system, or on a server outside AWS. As old
/// as the interval of the schedule and a run. What a run copies it copies as it is, damage included.
/// </summary>
internal static class SyncedCopies
{
    /// <summary>The kind of a copy on somebody else's server.</summary>
    public const string Outside = "copy outside AWS";

    public static IEnumerable<Copy> Of(StoreContext context, Store store)
    {
        var tasks = SyncTasks.Of(context.Estate);

        // Of two Regions that hold the data the active one copies. The other's task waits, and says nothing of the first's.
        return store.Members.SelectMany(tasks.From).Where(task => task.IsScheduled != false || !tasks.IsReserve(task))
            .OrderBy(task => task.Node.Urn, StringComparer.Ordinal).Select(task => Of(context, store, task));
    }

    private static Copy Of(StoreContext context, Store store, SyncTask task)
    {
        var (estate, end) = (context.Estate, task.Destination);
        var region = end?.RegionIn(estate);
        var outside = end is { IsServer: true, IsAws: false };
        var copy = new CopyBuilder(outside ? Outside : "copy by DataSync", region, task.Node)
            .Loses(Disruption.Corruption, "the next run copies the corrupt data");
        if (end is not { } destination)
        {
            return copy.Loses(
                Reason.Uncertain($"where {task.Node.Name} copies to is not declared", task.Node, "destinationLocationArn"),
                Disruption.Region, Disruption.Account).Build();
        }

        if (Reason.Deciding(SyncFaults.Of(estate, task)) is { } fault)
        {
            return copy.Loses(fault, Disruption.Region, Disruption.Account).Build();
        }

        if (destination.IsAws is null)
        {
            return copy.Loses(Reason.Unknown(destination.Node, destination.Host.Path), Disruption.Region, Disruption.Account).Build();
        }

        var (age, back) = (Age(context, store, task), Back(context, store, outside));
        copy.Survives(Disruption.Instance, age, back).Survives(Disruption.Zone, age, back);
        _ = outside ? copy.Survives(Disruption.Region, age, back)
            : region is null ? copy.Loses(Disruption.Region, Reason.Unknown(destination.Node, destination.Path))
            : region == store.Home ? copy.Loses(Disruption.Region, $"it is in {region} too")
            : KeyLost(context, destination, region) is { } key ? copy.Loses(Disruption.Region, key)
            : copy.Survives(Disruption.Region, age, back);
        return (Reachable(context, store, task, destination) is { } lost
            ? copy.Loses(Disruption.Account, lost)
            : copy.Survives(Disruption.Account, age, WithoutTheAccount(context, store, back))).Build();
    }

    // A run copies what was there when it began: what came after it waits for the end of the next.
    private static Derivation Age(StoreContext context, Store store, SyncTask task)
    {
        var interval = Derivation.Leaf(
            "longest interval of the schedule", Figure.Exactly(task.LongestGap!.Value.TotalSeconds, Basis.Enforced),
            new Source(SourceKind.Property, task.Schedule.Path, task.Node.Urn));
        var run = context.Estimates.Duration("run of the task", "sync-time-to-finish", store.Workload, store.Label, task.Node.Urn);

        // A run that takes longer than the interval makes the next one wait.
        return Derivation.Sum("age of the newest copy", Derivation.Max("until the next run begins", interval, run), run);
    }

    private static Derivation Back(StoreContext context, Store store, bool outside)
    {
        var adopt = context.Estimates.Duration("adopt it: name, configuration, replication", "adoption", store.Workload, store.Label, store.Node.Urn);
        return outside
            ? Derivation.Sum(
                $"bring {store.Label} back from outside AWS",
                context.Estimates.Transfer(
                    "transfer the data back", context.Amount(store, "size", store.SizeGb, "sizeGb"), "outside-rate", store.Workload, store.Label),
                adopt)
            : Derivation.Sum($"use the copy of {store.Label}", adopt);
    }

    private static Derivation WithoutTheAccount(StoreContext context, Store store, Derivation back) => Derivation.Sum(
        "recover in another account",
        Statement(context, store, out _)!,
        context.Estimates.Duration("prepare the recovery account", "account-recovery-preparation", store.Workload, store.Label, store.Node.Urn),
        back);

    /// <summary>
    /// Why the loss of the account takes the copy too; null where it does not. Whoever has the account has the task, its role and its
    /// credentials: what these can destroy is lost, and no resource here says what they can. The operator can.
    /// </summary>
    private static Reason? Reachable(StoreContext context, Store store, SyncTask task, SyncLocation end)
    {
        if (SyncFaults.Deletes(task) is { } deletes)
        {
            return deletes;
        }

        if (end is { IsServer: true, IsAws: true })
        {
            return new Reason($"{end.Host} is S3 itself: nothing shows that the bucket is outside the account", end.Node, end.Host.Path);
        }

        if (!end.IsServer && (end.Store(context.Estate).Target is not { } target || Accounts.Of(target) == Accounts.Of(task.Node)))
        {
            return "the account can delete the copy";
        }

        return Statement(context, store, out var way) is null
            ? Reason.Uncertain(
                $"nothing here shows that what the task can write there it cannot destroy, or that the copy can be read without the account; {way}", end.Node,
                "arn")
            : null;
    }

    private static Derivation? Statement(StoreContext context, Store store, out string way)
    {
        const string Id = "copy-outlives-the-account";
        way = context.Estimates.Expired(Id, store.Workload, store.Label) ?? $"if so, set the assumption in recovery.yaml: {Id}";
        return context.Estimates.AssumptionOf(Id, store.Workload, store.Label) is { } assumed
            ? Derivation.Leaf(
                "the copy cannot be destroyed from the account, and is read without it", Figure.Exactly(0, Basis.Assumption),
                new Source(SourceKind.Assumption, assumed.Id))
            : null;
    }

    private static Reason? KeyLost(StoreContext context, SyncLocation end, string region)
    {
        if (end.Store(context.Estate).Target is not { } target)
        {
            return null;
        }

        if (target.Type == EfsTypes.FileSystem)
        {
            return Keys.Unusable(context.Estate, target, KeyUse.KeyOf(target), region);
        }

        var encryption = BucketEncryption.Of(context.Estate, target);
        return encryption.Key.IsAbsent ? null : Keys.Unusable(context.Estate, encryption.Owner, encryption.Key, region);
    }
}
