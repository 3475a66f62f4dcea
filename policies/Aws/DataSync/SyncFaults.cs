using DrInfra.Policies.Aws.Schedules;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.DataSync;

/// <summary>
/// What keeps a task from copying, or from copying everything. Sources: the DataSync guide, "Scheduling when your AWS DataSync task runs" and
/// "Choosing a task mode for your data transfer"; the API's Options.
/// </summary>
internal static class SyncFaults
{
    /// <summary>All of them, those that only the deployment will tell included; empty where every run leaves a full copy.</summary>
    public static IEnumerable<Reason> Of(Estate estate, SyncTask task) =>
    [
        .. new[] { Unscheduled(task), Filtered(task), Skips(task), Agentless(task) }.OfType<Reason>(),
        .. new[] { task.Source, task.Destination }.OfType<SyncLocation>().SelectMany(end => SyncNeeds.Lacks(estate, task, end)),
    ];

    /// <summary>Nothing starts it.</summary>
    public static Reason? Unscheduled(SyncTask task) =>
        task.IsScheduled is null ? Reason.Unknown(task.Node, task.Schedule.IsUnknown ? task.Schedule.Path : task.ScheduleStatus.Path)
        : task.ScheduleStatus.Text == "DISABLED" ? new Reason("the schedule of the task is disabled", task.Node, task.ScheduleStatus.Path)
        : task.IsScheduled == false ? new Reason("no schedule starts the task", task.Node, "schedule")
        : task.LongestGap is null ? new Reason($"the schedule {task.Schedule} is not valid, or ends", task.Node, task.Schedule.Path)
        : ScheduleExpression.Parse(task.Schedule.Text)!.ShortestGap?.TotalSeconds < FactBook.Seconds("datasync-schedule-min")
            ? new Reason($"the schedule {task.Schedule} starts the task more than once an hour, which DataSync rejects", task.Node, task.Schedule.Path)
        : null;

    /// <summary>Objects are left out by name.</summary>
    public static Reason? Filtered(SyncTask task) => task.Filters
        .Select(filter => filter.IsUnknown
            ? Reason.Unknown(task.Node, filter.Path)
            : new Reason($"only part of the source is copied: {filter.Path} is {filter}", task.Node, filter.Path))
        .FirstOrDefault();

    /// <summary>What changes after its first copy stays as it was there.</summary>
    public static Reason? Skips(SyncTask task) =>
        task.Overwrites.IsUnknown ? Reason.Unknown(task.Node, task.Overwrites.Path)
        : task.Overwrites.Text == "NEVER" ? new Reason("overwriteMode is NEVER: changed objects are not copied again", task.Node, task.Overwrites.Path)
        : null;

    /// <summary>A server outside AWS is reached through an agent; an object store of another cloud also without one, in Enhanced mode.</summary>
    public static Reason? Agentless(SyncTask task)
    {
        foreach (var end in new[] { task.Source, task.Destination }.OfType<SyncLocation>().Where(end => end.IsServer && !end.HasAgent))
        {
            if (task.Mode.IsUnknown)
            {
                return Reason.Unknown(task.Node, task.Mode.Path);
            }

            if (task.Mode.Text != "ENHANCED" || !end.IsObjectStorage)
            {
                return new Reason(
                    $"{end.Node.Name} has no agent, and taskMode is {task.Mode.Text ?? "BASIC"}: only ENHANCED reaches an object store without one", end.Node,
                    end.Agents.Path);
            }
        }

        return null;
    }

    /// <summary>Why the account of the source can take the copy away: the next run deletes there what was deleted here; null where it does not.</summary>
    public static Reason? Deletes(SyncTask task) =>
        task.Deleted.IsUnknown ? Reason.Unknown(task.Node, task.Deleted.Path)
        : task.Deleted.Text == "REMOVE" ? new Reason("preserveDeletedFiles is REMOVE: deletions are copied too", task.Node, task.Deleted.Path)
        : null;
}
