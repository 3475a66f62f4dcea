using DrInfra.Policies.Aws.Schedules;

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
    public Prop DeleteAfter => KeptDays(Rule);

    /// <summary>When it backs up; absent: once a day.</summary>
    public Prop Schedule => Rule["schedule"];

    /// <summary>Minutes within which a backup starts; absent: the service's own.</summary>
    public Prop StartWindow => Rule["startWindow"];

    /// <summary>Null where the schedule is absent, unknown or cannot be read.</summary>
    public TimeSpan? LongestGap => ScheduleExpression.LongestGap(Schedule.Text, Rule["scheduleExpressionTimezone"].Text);

    /// <summary>How long what a rule or a copy action makes is kept; for ever where nothing is stated.</summary>
    public static Prop KeptDays(Prop block) => block["lifecycle"]["deleteAfter"];

    /// <summary>Whether only the deployment will tell a plan's rules.</summary>
    public static bool AreUnknown(Node plan) => plan["rules"].IsUnknown;

    public static IEnumerable<PlanRule> Of(Node plan) => plan["rules"].Items.Select(rule => new PlanRule(plan, rule));
}
