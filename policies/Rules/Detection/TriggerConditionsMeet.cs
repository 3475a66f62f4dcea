using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Rules.Detection;

public sealed class TriggerConditionsMeet : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var detectors = new DetectorIndex(estate, node => node.Workload ?? "");
        foreach (var plan in estate.OfType(RegionSwitchTypes.Plan))
        {
            string[] regions = [.. plan["regions"].Items.Select(region => region.Text).OfType<string>()];
            foreach (var trigger in plan["triggers"].Items)
            {
                var lost = regions.FirstOrDefault(region => region != trigger["targetRegion"].Text);
                Node[] alarms =
                [
                    .. trigger["conditions"].Items.Select(condition => FailoverPlan.AlarmOf(estate, plan, condition["associatedAlarmName"].Text))
                        .OfType<Node>(),
                ];
                foreach (var guard in alarms.Where(alarm => DetectorIndex.IsRedWhileFollowing(alarm, lost)))
                {
                    foreach (var finding in Judge(detectors, plan, guard, lost, alarms))
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private static IEnumerable<Finding> Judge(DetectorIndex detectors, Node plan, Node guard, string? lost, Node[] alarms)
    {
        if (guard["dimensions"]["SourceRegion"] is { IsAbsent: false, IsUnknown: false } source && source.Text != lost)
        {
            yield return Finding.Violation(guard, $"it watches replication from {source}, but {plan.Name} needs replication from {lost}", source.Path);
        }

        var watching = new MetricAlarm(guard);
        var (period, of, points) = (watching.Period, watching.EvaluationPeriods, watching.Points);
        if (period.IsUnknown || of.IsUnknown || points.IsUnknown)
        {
            yield return Finding.Unknown(guard, period.IsUnknown ? period.Path : of.IsUnknown ? of.Path : points.Path);
            yield break;
        }

        // After silence the window still holds enough of the last data points for so long.
        var red = ((of.Number ?? 0) - (points.Number ?? 0)) * (period.Number ?? 0);
        var surviving = detectors.Surviving(guard.Workload ?? "", lost).ToArray();
        foreach (var detector in alarms.Where(alarm => alarm != guard))
        {
            var rings = surviving.FirstOrDefault(signal => signal.Alarm == detector).Rings ?? AlarmIndex.Rings(detector, Basis.Enforced);
            if (rings?.Figure.Worst is { } worst && double.IsFinite(worst) && red < worst)
            {
                yield return Finding.Violation(
                    guard,
                    $"it is OK again {Text(red)} after the writer stops, but {detector.Name} needs up to {Text(worst)} to reach ALARM, so {plan.Name} never "
                        + $"starts",
                    of.Path);
            }
        }
    }

    private static string Text(double seconds) => DurationText.Format(TimeSpan.FromSeconds(Math.Max(seconds, 0)));
}
