namespace DrInfra.Policies.Aws.DataSync;

/// <summary>All copy tasks of an estate, found once for the assessment and all rules.</summary>
internal sealed class SyncTasks
{
    private readonly ILookup<Node, SyncTask> _from;
    private readonly ILookup<Node, SyncTask> _to;
    private readonly Estate _estate;

    private SyncTasks(Estate estate)
    {
        _estate = estate;
        All = [.. estate.OfType(DataSyncTypes.Task).Select(node => SyncTask.Of(estate, node))];
        _from = All.Select(task => (Store: task.Source?.Store(estate).Target, Task: task)).Where(pair => pair.Store is not null)
            .ToLookup(pair => pair.Store!, pair => pair.Task);
        _to = All.Select(task => (Store: task.Destination?.Store(estate).Target, Task: task)).Where(pair => pair.Store is not null)
            .ToLookup(pair => pair.Store!, pair => pair.Task);
    }

    public IReadOnlyList<SyncTask> All { get; }

    public static SyncTasks Of(Estate estate) => estate.Once(static estate => new SyncTasks(estate));

    /// <summary>Those that copy from a bucket or file system.</summary>
    public IEnumerable<SyncTask> From(Node store) => _from[store];

    /// <summary>
    /// What a bucket or file system is the copy of: the only source that tasks fill it from; null where it has several or none, and so
    /// may hold more than a copy, and where each fills the other.
    /// </summary>
    public Node? CopyOf(Node store)
    {
        Node?[] sources = [.. _to[store].Select(task => task.Source?.Store(_estate).Target).Distinct()];
        return sources is [{ } only] && only != store && !_to[only].Any(task => task.Source?.Store(_estate).Target == store) ? only : null;
    }

    /// <summary>
    /// Whether another task copies to the same end and is scheduled: of two Regions that hold the data, the active one copies.
    /// </summary>
    public bool IsReserve(SyncTask task) =>
        All.Any(other => other.Node != task.Node && other.IsScheduled == true && SameEnd(task.Destination, other.Destination));

    private static bool SameEnd(SyncLocation? one, SyncLocation? other) => one is { IsServer: true } first && other is { IsServer: true } second
        && first.Host.Text is { } host && host == second.Host.Text && first.Node["bucketName"].Text == second.Node["bucketName"].Text
        && first.Node["subdirectory"].Text == second.Node["subdirectory"].Text;
}
