using DrInfra.Policies.Aws.AutoScaling;

namespace DrInfra.Policies.Rules.Network;

public sealed class AutoScalingReplacesUnhealthyInstances() : ResourceRule(AutoScalingTypes.Group)
{
    private static readonly string[] Needed =
    [
        "Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AZRebalance", "AddToLoadBalancer", "AlarmNotification",
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var type = node["healthCheckType"];
        var grace = node["healthCheckGracePeriod"];
        var warmup = node["defaultInstanceWarmup"];
        var refresh = node["instanceRefresh"]["preferences"];
        if (type.IsUnknown || grace.IsUnknown)
        {
            yield return Verdict.Unknown((type.IsUnknown ? type : grace).Path);
        }

        // EC2 where it is not stated (the service's default), which sees only whether the machine runs.
        if (HasTargets(node) && !type.IsUnknown && type.Text?.Contains("ELB", StringComparison.Ordinal) != true)
        {
            yield return Verdict.Violation($"healthCheckType is {type.Text ?? "EC2"}, ELB needed for servers behind a load balancer", type.Path);
        }

        foreach (var time in new[] { grace, warmup, refresh["instanceWarmup"] })
        {
            if (time.Number is { } seconds && seconds > parameters["maximumSeconds"])
            {
                yield return Verdict.Violation($"{time.Path} is {seconds} s, at most {parameters["maximumSeconds"]} s allowed", time.Path);
            }
        }

        foreach (var process in node["suspendedProcesses"].Items.Where(item => Needed.Contains(item.Text, StringComparer.Ordinal)))
        {
            yield return Verdict.Violation($"{process} is suspended", "suspendedProcesses");
        }

        var healthy = refresh["minHealthyPercentage"];
        if (healthy.Number is { } share && share < parameters["minimumHealthyPercent"])
        {
            yield return Verdict.Violation($"an instance refresh keeps {share} % healthy, {parameters["minimumHealthyPercent"]} % needed", healthy.Path);
        }

        // The service takes 100 to 200.
        if (refresh["maxHealthyPercentage"].Number is { } most and (< 100 or > 200))
        {
            yield return Verdict.Violation($"an instance refresh goes up to {most} %, between 100 and 200 needed", refresh["maxHealthyPercentage"].Path);
        }
    }

    private static bool HasTargets(Node node) => !IsEmpty(node["targetGroupArns"]) || !IsEmpty(node["loadBalancers"]) || !IsEmpty(node["trafficSources"]);

    private static bool IsEmpty(Prop list) => list.IsAbsent || list.Value is Graph.ListValue { Count: 0 };
}
