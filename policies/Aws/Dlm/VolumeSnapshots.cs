using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Dlm;

/// <summary>One schedule of a policy of Data Lifecycle Manager.</summary>
internal sealed record VolumeSnapshots(Node Node, Prop Schedule)
{
    public Prop Rule => Schedule["createRule"];

    /// <summary>The longest time between two snapshots; null where it is not known or cannot be read.</summary>
    public TimeSpan? Gap => Rule["cronExpression"].IsStated() ? ScheduleExpression.LongestGap(Rule["cronExpression"].Text)
        : Rule["interval"].Number is { } hours ? TimeSpan.FromHours(hours) : null;

    /// <summary>What states how long one is kept.</summary>
    public Prop Retention => Schedule["retainRule"];

    /// <summary>How long one is kept, in days: by age, or by how many there are.</summary>
    public double? KeptDays => Days(Retention) ?? (Retention["count"].Number * Gap?.TotalDays);

    /// <summary>The Regions that snapshots are copied to, and how long the copies are kept, in days.</summary>
    public IEnumerable<(Prop Region, double? KeptDays)> Copies => Schedule["crossRegionCopyRules"].Items
        .Select(rule => (rule["target"].IsStated() ? rule["target"] : rule["targetRegion"], Days(rule["retainRule"])));

    private static double? Days(Prop rule) => rule["interval"].Number * rule["intervalUnit"].Text switch
    {
        "DAYS" => 1,
        "WEEKS" => 7,
        "MONTHS" => 30,
        "YEARS" => 365,
        _ => null,
    };
}
