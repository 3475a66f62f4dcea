using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.DataSync;

/// <summary>A task of DataSync: it copies from one end to the other, each time that it runs.</summary>
/// <param name="Source">Where it copies from; null where that is not among the resources.</param>
/// <param name="Destination">Where it copies to; null where that is not among the resources.</param>
internal sealed record SyncTask(Node Node, SyncLocation? Source, SyncLocation? Destination)
{
    public static SyncTask Of(Estate estate, Node node)
    {
        return new SyncTask(node, End("sourceLocationArn"), End("destinationLocationArn"));

        SyncLocation? End(string property) =>
            estate.References.Follow(node, property, SyncLocation.Types).Target is { } location ? new SyncLocation(location) : null;
    }

    public Prop Schedule => Node["schedule"]["scheduleExpression"];

    public Prop ScheduleStatus => Node["schedule"]["status"];

    /// <summary>A task runs on its schedule, or when somebody starts it; null where it is not known.</summary>
    public bool? IsScheduled => ScheduleStatus.Text == "DISABLED" ? false
        : Schedule.IsUnknown || ScheduleStatus.IsUnknown ? null
        : Schedule.IsStated();

    /// <summary>The longest time between two starts; null where the schedule cannot be read.</summary>
    public TimeSpan? LongestGap => ScheduleExpression.LongestGap(Schedule.Text);

    public Prop Mode => Node["taskMode"];

    public Prop Verification => Node["options"]["verifyMode"];

    public Prop Overwrites => Node["options"]["overwriteMode"];

    /// <summary>What becomes of what the source deleted. It stays where nothing is stated.</summary>
    public Prop Deleted => Node["options"]["preserveDeletedFiles"];

    public Prop Transfers => Node["options"]["transferMode"];

    /// <summary>The filters, of which either leaves something out.</summary>
    public IEnumerable<Prop> Filters => new[] { Node["includes"]["value"], Node["excludes"]["value"] }.Where(filter => filter.IsUnknown || filter.IsStated());
}
