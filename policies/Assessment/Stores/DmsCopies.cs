using DrInfra.Policies.Aws.Dms;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// What tasks of AWS DMS keep of a database in another one: its rows, as far as the task's mappings go, and not what else makes it a database.
/// No source bounds how far the target is behind.
/// </summary>
internal static class DmsCopies
{
    public static IEnumerable<Copy> Of(StoreContext context, Store store) => DmsTask.AllIn(context.Estate)
        .Where(task => task.Source is { } source && store.Members.Contains(source) && (task.Target is null || !store.Members.Contains(task.Target)))
        .Select(task => Of(context, store, task));

    private static Copy Of(StoreContext context, Store store, DmsTask task)
    {
        if (task.Stopped() is { } stopped)
        {
            return RegionReplica.Of(store, task.Node, task.Target?.Region, stopped, Lag(), Adoption());
        }

        return task.Target is { } target
            ? RegionReplica.Of(store, target, target.Region, null, Lag(), Adoption())
            : RegionReplica.Of(
                store, task.Node, null, Reason.Uncertain($"the target of {task.Node.Name} is no database that is declared", task.Node, "targetEndpointArn"),
                Lag(), Adoption());

        Derivation Lag() => RegionReplica.Lag(
            context.Estimates.Duration("lag of the DMS task", "dms-lag", store.Workload, store.Label, task.Node.Urn),
            context.Alarms.On("CDCLatencyTarget", task.Name, task.Node), 1);

        Derivation Adoption() => context.Estimates.Duration(
            "adopt the target: users, sequences, indexes and what else DMS does not copy", "adoption", store.Workload, store.Label, task.Node.Urn);
    }
}
