using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>
/// What starts work by the clock, in its own Region alone: a schedule of EventBridge Scheduler, a rule of EventBridge that has one, or a trigger
/// of Glue. Sources: EventBridge Scheduler user guide, "Managing a schedule"; Glue developer guide, "Time-based schedules for jobs and crawlers".
/// </summary>
/// <param name="Node">The schedule, the rule or the trigger.</param>
internal sealed record JobSchedule(Node Node)
{
    private const string Switch = "enabled";

    public Prop Expression => Node[Node.Type == GlueTypes.Trigger ? "schedule" : "scheduleExpression"];

    /// <summary>What says whether it is on.</summary>
    public Prop State => Node.Type == GlueTypes.Trigger ? Node[Switch] : Node["state"].IsAbsent ? Node["isEnabled"] : Node["state"];

    /// <summary>Whether it starts anything; it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? IsOn => State.IsUnknown ? null : State.Text is not ("DISABLED" or "false");

    /// <summary>Seconds until the next run at worst; null where the expression cannot be read, or does not repeat.</summary>
    public double? LongestGap => ScheduleExpression.LongestGap(Expression.Text, Node["scheduleExpressionTimezone"].Text)?.TotalSeconds;

    /// <summary>All that repeat, or may, by type and URN.</summary>
    public static IEnumerable<JobSchedule> All(Estate estate) => estate.OfTypes(SchedulerTypes.Schedule, CloudWatchTypes.EventRule, GlueTypes.Trigger)
        .Select(node => new JobSchedule(node))
        .Where(schedule => !schedule.Expression.IsAbsent && ScheduleExpression.Parse(schedule.Expression.Text) is null or { Repeats: true });

    /// <summary>What may say whose it is, itself first: a schedule of EventBridge Scheduler takes no tags; its group does, and so does what it starts.</summary>
    public IEnumerable<Node> Kin(Estate estate) =>
    [
        Node,
        .. estate.References.Follow(Node, Node["groupName"], SchedulerTypes.ScheduleGroup).Target is { } group ? [group] : Array.Empty<Node>(),
        .. Starts(estate).Select(work => work.Machine).OfType<Node>(),
    ];

    /// <summary>What it starts. A crawler is no work: what it finds goes into the catalogue of its own Region.</summary>
    public IReadOnlyList<ScheduledWork> Starts(Estate estate) => Node.Type switch
    {
        SchedulerTypes.Schedule => [OfTarget(estate, Node, Node["target"], Node["target"]["ecsParameters"]["taskDefinitionArn"])],
        GlueTypes.Trigger => Node["actions"].IsUnknown
            ? [ScheduledWork.OfJob(Node, null)]
            : [.. Node["actions"].Items.Where(action => !action["jobName"].IsAbsent)
                .Select(action => ScheduledWork.OfJob(Node, estate.References.Follow(Node, action["jobName"], GlueTypes.Job).Target is { } job
                    ? PhysicalName.Of(job) ?? job.Name : action["jobName"].Text))],
        _ => [.. estate.UsersOf(Node, CloudWatchTypes.EventTarget, "rule").Select(target => ScheduledWork.Of(
            estate, Node, target, target["arn"], target["input"],
            target["batchTarget"].IsAbsent ? target["ecsTarget"]["taskDefinitionArn"] : target["batchTarget"]["jobName"]))],
    };

    /// <summary>Whether a policy lets something switch such schedules on: a function of the failover, maybe.</summary>
    public bool MayBeSwitchedOn(Estate estate)
    {
        var (service, action) = Node.Type switch
        {
            SchedulerTypes.Schedule => ("scheduler:", "scheduler:UpdateSchedule"),
            GlueTypes.Trigger => ("glue:", "glue:StartTrigger"),
            _ => ("events:", "events:EnableRule"),
        };
        return IdentityPolicies.Of(estate).SelectMany(policy => policy.Statements).Any(statement =>
            statement.Allows && statement.Covers(action)
            && statement.Actions.Any(pattern => pattern.StartsWith(service, StringComparison.OrdinalIgnoreCase)));
    }

    private ScheduledWork OfTarget(Estate estate, Node from, Prop target, Prop name) =>
        ScheduledWork.Of(estate, Node, from, target["arn"], target["input"], name);
}
