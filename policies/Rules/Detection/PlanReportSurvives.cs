using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanReportSurvives : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from verdict in Judge(context.Estate, plan)
        select new Finding(plan, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan)
    {
        if (plan["reportConfigurations"].IsUnknown)
        {
            yield return Verdict.Unknown("reportConfigurations");
            yield break;
        }

        Prop[] places =
        [
            .. plan["reportConfigurations"].Items.SelectMany(report => report["reportOutputs"].Items).SelectMany(output => output["s3Configurations"].Items),
        ];
        if (places.Length == 0)
        {
            yield return Verdict.Violation("it has no report configuration", "reportConfigurations");
            yield break;
        }

        var regions = new List<string?>();
        foreach (var place in places)
        {
            var path = place["bucketPath"];
            var owner = place["bucketOwner"];
            if (!owner.IsUnknown && !(owner.Text is { Length: 12 } account && account.All(char.IsAsciiDigit)))
            {
                yield return Verdict.Violation($"the bucket's owner is {owner}, an account's 12 digits needed", owner.Path);
            }

            var bucket = path.Text is { } text
                ? StatedName.Find(estate, plan, text.Replace("s3://", "", StringComparison.Ordinal).Split('/', 2)[0], TypeGroups.Buckets)
                : null;
            regions.Add(bucket?.Region);
            if (bucket is null)
            {
                yield return EstateScope.IsWhole(estate) && !path.IsUnknown
                    ? Verdict.Violation($"the bucket of {path} is in none of the stacks", path.Path)
                    : Verdict.Unknown(path.Path);
            }
        }

        if (plan["primaryRegion"].Text is { } primary && regions.TrueForAll(region => region == primary))
        {
            yield return Verdict.Violation($"its reports are only in the primary Region {primary}", "reportConfigurations");
        }
    }
}
