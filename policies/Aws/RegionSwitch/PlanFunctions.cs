using DrInfra.Policies.Aws.Lambda;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>The functions that Region-switch plans run.</summary>
internal static class PlanFunctions
{
    public static IReadOnlyList<Node> Of(Estate estate) =>
    [
        .. estate.OfType(RegionSwitchTypes.Plan)
            .SelectMany(plan => PlanStep.Configs(plan, "customActionLambdaConfigs")
                .SelectMany(config => config.Config["lambdas"].Items)
                .Select(lambda => PlanReference.Follow(estate, plan, lambda["arn"], LambdaTypes.Function).Target)
                .Concat(ReferenceResolver.Declared(plan, "workflows", LambdaTypes.Function)))
            .OfType<Node>().Distinct(),
    ];
}
