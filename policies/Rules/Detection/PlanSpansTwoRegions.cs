using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanSpansTwoRegions() : ResourceRule(RegionSwitchTypes.Plan)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var regions = node["regions"];
        if (regions.IsUnknown || regions.Items.Any(region => region.IsUnknown))
        {
            yield return Verdict.Unknown(regions.Path);
            yield break;
        }

        string[] names = [.. regions.Items.Select(region => region.Text).OfType<string>()];
        if (names.Distinct(StringComparer.Ordinal).Count() != 2)
        {
            yield return Verdict.Violation($"its Regions are {(names.Length == 0 ? "no Region" : string.Join(", ", names))}, two different Regions needed",
                regions.Path);
        }

        var approach = node["recoveryApproach"];
        if (!approach.IsUnknown && approach.Text is not ("activePassive" or "activeActive"))
        {
            yield return Verdict.Violation($"the approach is {approach}, activePassive or activeActive needed", approach.Path);
        }

        var primary = node["primaryRegion"];
        if (approach.Text == "activePassive" && !primary.IsUnknown && !names.Contains(primary.Text, StringComparer.Ordinal))
        {
            yield return Verdict.Violation($"its primary Region is {primary}, its Regions are {string.Join(", ", names)}", primary.Path);
        }

        var rto = node["recoveryTimeObjectiveMinutes"];
        if (!rto.IsUnknown && rto.Number is not >= 1 && PlanStep.Of(node).Any(step => step.Prepares || step.MovesTraffic))
        {
            yield return Verdict.Violation($"its recovery time objective is {rto} minutes, at least 1 needed", rto.Path);
        }
    }
}
