using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>One rule of a backup plan.</summary>
internal sealed record PlanRule(Node Plan, Prop Rule)
{
    public string Name => Rule["ruleName"].Text ?? Rule.Path;

    /// <summary>Whether it keeps a point-in-time window; off where it is not stated.</summary>
    public bool IsContinuous => Rule["enableContinuousBackup"].Flag == true;

    public Prop CopyActions => Rule["copyActions"];

    public IReadOnlyList<Prop> Copies => CopyActions.Items;

    /// <summary>How long its backups are kept; for ever where nothing is stated.</summary>
    public Prop DeleteAfter => Rule["lifecycle"]["deleteAfter"];

    /// <summary>Null where the schedule is absent, unknown or cannot be read.</summary>
    public TimeSpan? LongestGap => ScheduleExpression.LongestGap(Rule["schedule"].Text, Rule["scheduleExpressionTimezone"].Text);

    public static IEnumerable<PlanRule> Of(Node plan) => plan["rules"].Items.Select(rule => new PlanRule(plan, rule));
}
