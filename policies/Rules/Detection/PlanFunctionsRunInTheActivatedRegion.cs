using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanFunctionsRunInTheActivatedRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from config in PlanStep.Configs(plan, "customActionLambdaConfigs")
        from verdict in Judge(context.Estate, plan, config.Config)
        select new Finding(plan, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan, Prop config)
    {
        var where = config["regionToRun"];
        if (!where.IsUnknown && where.Text != "activatingRegion")
        {
            yield return Verdict.Violation($"regionToRun is {where}, activatingRegion needed", where.Path);
        }

        var retry = config["retryIntervalMinutes"];
        if (!retry.IsUnknown && (retry.Number is not { } minutes || minutes <= 0 || minutes > config["timeoutMinutes"].Number))
        {
            yield return Verdict.Violation(
                $"retryIntervalMinutes is {retry}, more than 0 and within the timeout of {config["timeoutMinutes"]} needed", retry.Path);
        }

        var regions = new HashSet<string>(StringComparer.Ordinal);
        var unknown = false;
        foreach (var lambda in config["lambdas"].Items)
        {
            var function = PlanReference.Follow(estate, plan, lambda["arn"], LambdaTypes.Function);
            unknown |= function.IsUnknown;
            if (function.Region is { } region)
            {
                regions.Add(region);
            }

            if ((function.IsAbsent
                ? Verdict.Violation("a function has no ARN", function.Path)
                : ReferenceVerdict.Of(estate, function, "the function")) is { } missing)
            {
                yield return missing;
            }
            else if (function.Target?["timeout"].Number > config["timeoutMinutes"].Number * UnitsOfTime.Minute)
            {
                yield return Verdict.Violation(
                    $"the function's timeout is {function.Target["timeout"].Number} seconds, "
                        + $"but the step times out after {config["timeoutMinutes"].Number} minutes",
                    config["timeoutMinutes"].Path);
            }
        }

        foreach (var region in plan["regions"].Items.Select(region => region.Text).OfType<string>().Where(region => !unknown && !regions.Contains(region)))
        {
            yield return Verdict.Violation($"the step has no function in {region}", config["lambdas"].Path);
        }
    }
}
