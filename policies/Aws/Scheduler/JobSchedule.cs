using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>
/// What starts work by the clock, in its own Region alone: a schedule of EventBridge Scheduler, or a rule of EventBridge that has one. Source:
/// EventBridge Scheduler user guide, "Managing a schedule".
/// </summary>
/// <param name="Node">The schedule or the rule.</param>
internal sealed record JobSchedule(Node Node)
{
    public Prop Expression => Node["scheduleExpression"];

    /// <summary>What says whether it is on.</summary>
    public Prop State => Node["state"].IsAbsent ? Node["isEnabled"] : Node["state"];

    /// <summary>Whether it starts anything; it does where nothing is stated. Null where only the deployment will tell.</summary>
    public bool? IsOn => State.IsUnknown ? null : State.Text is not ("DISABLED" or "false");

    /// <summary>Seconds until the next run at worst; null where the expression cannot be read, or does not repeat.</summary>
    public double? LongestGap => ScheduleExpression.LongestGap(Expression.Text, Node["scheduleExpressionTimezone"].Text)?.TotalSeconds;

    /// <summary>All that repeat, or may, by type and URN.</summary>
    public static IEnumerable<JobSchedule> All(Estate estate) => estate.OfTypes(SchedulerTypes.Schedule, CloudWatchTypes.EventRule)
        .Select(node => new JobSchedule(node))
        .Where(schedule => !schedule.Expression.IsAbsent && ScheduleExpression.Parse(schedule.Expression.Text) is null or { Repeats: true });

    /// <summary>The state machines that it starts; null among them where it starts something else.</summary>
    public IReadOnlyList<Node?> StartedBy(Estate estate) => Node.Type == SchedulerTypes.Schedule
        ? [estate.References.Follow(Node, Node["target"]["arn"], StepFunctionsTypes.StateMachine).Target]
        : [.. estate.UsersOf(Node, CloudWatchTypes.EventTarget, "rule")
            .Select(target => estate.References.Follow(target, "arn", StepFunctionsTypes.StateMachine).Target)];

    /// <summary>Whether a policy lets something switch such schedules on: a function of the failover, maybe.</summary>
    public bool MayBeSwitchedOn(Estate estate)
    {
        var (service, action) = Node.Type == SchedulerTypes.Schedule ? ("scheduler:", "scheduler:UpdateSchedule") : ("events:", "events:EnableRule");
        return IdentityPolicies.Of(estate).SelectMany(policy => policy.Statements).Any(statement =>
            statement.Allows && statement.Covers(action)
            && statement.Actions.Any(pattern => pattern.StartsWith(service, StringComparison.OrdinalIgnoreCase)));
    }
}
