using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Dms;

namespace DrInfra.Policies.Assessment;

/// <summary>Tasks that copy data, of which nothing here tells whose: they are in no figure.</summary>
internal static class UnreadCopies
{
    /// <summary>Why a task is in no figure; null where it is, or where the resource is no such task.</summary>
    public static string? WhyOf(Estate estate, Node node) => node.Type switch
    {
        DataSyncTypes.Task when SyncTasks.Of(estate).All.First(task => task.Node == node).Source?.Store(estate).Target is null =>
            "its source is no bucket or file system that is declared: what it copies is in no figure",
        DmsTypes.ReplicationTask or DmsTypes.ReplicationConfig when DmsTask.AllIn(estate).First(task => task.Node == node).Source is null =>
            "its source endpoint names no database that is declared: what it copies is in no figure",
        _ => null,
    };
}
