using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Data;

/// <summary>When a copy outside AWS is made, and how it runs.</summary>
public static class OffsiteSchedule
{
    /// <summary>The schedule, in the words of DataSync.</summary>
    public static string Expression(OffsiteStore copy) => copy.EveryHours == 1 ? "rate(1 hour)" : $"rate({copy.EveryHours} hours)";

    /// <summary>The mode of the task: Enhanced mode alone reaches another cloud's store without an agent; through an agent it is Basic mode.</summary>
    public static string Mode(OffsiteStore copy) => copy.Agents.Count > 0 ? "BASIC" : "ENHANCED";

    /// <summary>Hours without a completed run that are too many: one run is missing. At most the week that an alarm looks back.</summary>
    public static int HoursWithout(OffsiteStore copy) => Math.Min(2 * copy.EveryHours, (int)FactBook.Seconds("cw-eval-max-hours") / UnitsOfTime.Hour);
}
