using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>
/// What starts work by the clock, in its own Region alone: a schedule of EventBridge Scheduler, a rule of EventBridge that has one, a trigger of
/// Glue, or an object of Kubernetes that no follower starts. Sources: EventBridge Scheduler user guide, "Managing a schedule"; Glue developer guide,
/// "Time-based schedules for jobs and crawlers"; Spark operator, "Running Spark Applications on a Schedule".
/// </summary>
/// <param name="Node">The schedule, the rule, the trigger or the object.</param>
internal sealed record JobSchedule(Node Node)
{
    private bool IsObject => Node.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>The name that it states; null where only the deployment will tell.</summary>
    public string? Name => IsObject ? CustomObjects.NameOf(Node) : PhysicalName.Of(Node);

    public Prop Expression => IsObject || Node.Type == GlueTypes.Trigger ? Stated("schedule") : Stated("scheduleExpression");

    /// <summary>What says whether it is on.</summary>
    public Prop State => IsObject ? Stated("suspend") : Node.Type == GlueTypes.Trigger ? Stated("enabled")
        : Stated("state").IsAbsent ? Stated("isEnabled") : Stated("state");

    /// <summary>Whether it starts anything; it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? IsOn => State.IsUnknown ? null : IsObject ? State.Flag != true : State.Text is not ("DISABLED" or "false");

    /// <summary>Seconds until the next run at worst; null where the expression cannot be read, or does not repeat.</summary>
    public double? LongestGap => IsObject
        ? Expression.Text is { } cron ? StandardCron.LongestGap(Stated("timeZone").Text is { } zone ? $"CRON_TZ={zone} {cron}" : cron)?.TotalSeconds : null
        : ScheduleExpression.LongestGap(Expression.Text, Stated("scheduleExpressionTimezone").Text)?.TotalSeconds;

    /// <summary>All that repeat, or may, by type and URN.</summary>
    public static IEnumerable<JobSchedule> All(Estate estate) => estate.OfTypes(SchedulerTypes.Schedule, CloudWatchTypes.EventRule, GlueTypes.Trigger)
        .Select(node => new JobSchedule(node))
        .Where(schedule => !schedule.Expression.IsAbsent && ScheduleExpression.Parse(schedule.Expression.Text) is null or { Repeats: true })
        .Concat(Objects(estate));

    /// <summary>
    /// What may say whose it is, itself first: a schedule of EventBridge Scheduler takes no tags; its group does, and so does what it starts.
    /// </summary>
    public IEnumerable<Node> Kin(Estate estate) =>
    [
        Node,
        .. estate.References.Follow(Node, Node["groupName"], SchedulerTypes.ScheduleGroup).Target is { } group ? [group] : Array.Empty<Node>(),
        .. Starts(estate).Select(work => work.Machine).OfType<Node>(),
    ];

    /// <summary>What it starts. A crawler is no work: what it finds goes into the catalogue of its own Region.</summary>
    public IReadOnlyList<ScheduledWork> Starts(Estate estate) => Node.Type switch
    {
        _ when SparkJob.IsScheduled(Node) =>
            [ScheduledWork.OfPods(Node, "Spark application", Name, isCode: new SparkJob(Node).HasOtherContainers)],
        _ when IsObject => [ScheduledWork.OfPods(Node, "CronJob", Name, isCode: true)],
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
    public bool MayBeSwitchedOn(Estate estate) => IsObject
        ? ClusterRoles.May(estate, Node, "patch", "update")
        : IdentityPolicies.AnyNames(estate, Node.Type switch
        {
            SchedulerTypes.Schedule => "scheduler:UpdateSchedule",
            GlueTypes.Trigger => "glue:StartTrigger",
            _ => "events:EnableRule",
        });

    private Prop Stated(string name) => IsObject ? Node["spec"][name] : Node[name];

    // What a follower starts, or what waits for a lease, is judged as such.
    private static IEnumerable<JobSchedule> Objects(Estate estate)
    {
        var held = FollowingJob.AllIn(estate).Select(job => job.Node).ToHashSet();
        return estate.OfTypes(Pods.ScheduledJobs).Concat(SparkJob.Scheduled(estate))
            .Where(node => !FollowedPods.Are(node) && !held.Contains(node)).Select(node => new JobSchedule(node));
    }

    private ScheduledWork OfTarget(Estate estate, Node from, Prop target, Prop name) =>
        ScheduledWork.Of(estate, Node, from, target["arn"], target["input"], name);
}
