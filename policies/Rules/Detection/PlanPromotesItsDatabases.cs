using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanPromotesItsDatabases : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from config in PlanStep.Configs(plan, "globalAuroraConfigs")
        from verdict in Judge(context.Estate, plan, config.Config)
        select new Finding(plan, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node plan, Prop config)
    {
        var global = PlanReference.Follow(estate, plan, config["globalClusterIdentifier"], RdsTypes.GlobalCluster);
        if ((global.IsAbsent
            ? Verdict.Violation("the step names no global database", global.Path)
            : ReferenceVerdict.Of(estate, global, "the global database")) is { } missing)
        {
            yield return missing;
        }

        foreach (var verdict in Members(estate, plan, config["databaseClusterArns"], global.Target))
        {
            yield return verdict;
        }

        // A triggered run has no mode of its own, and must not need the lost Region.
        var behavior = config["behavior"];
        var triggered = plan["triggers"].Items.Count > 0;
        if (!behavior.IsUnknown && (behavior.Text is not ("failover" or "switchoverOnly") || (triggered && behavior.Text != "failover")))
        {
            yield return Verdict.Violation(
                $"the step's behavior is {behavior}, {(triggered ? "failover needed in a plan with triggers" : "failover or switchoverOnly needed")}",
                behavior.Path);
        }

        var ungraceful = config["ungracefuls"]["ungraceful"];
        if (!ungraceful.IsUnknown && ungraceful.Text != "failover")
        {
            yield return Verdict.Violation($"ungraceful is {ungraceful}, failover needed", config["ungracefuls"].Path);
        }
    }

    private static IEnumerable<Verdict> Members(Estate estate, Node plan, Prop arns, Node? global)
    {
        if (arns.IsUnknown)
        {
            yield return Verdict.Unknown(arns.Path);
            yield break;
        }

        var regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var arn in arns.Items)
        {
            var member = PlanReference.Follow(estate, plan, arn, RdsTypes.Cluster);
            if (member.Region is { } region)
            {
                regions.Add(region);
            }

            if (ReferenceVerdict.Of(estate, member, "the cluster") is { } missing)
            {
                yield return missing;
            }
            else if (member.Target is { } cluster && global is not null && GlobalMembers.GlobalOf(estate, cluster) is var own && own != global
                && !cluster["globalClusterIdentifier"].IsUnknown)
            {
                yield return Verdict.Violation($"the cluster {cluster.Name} is not a member of {global.Name}", arn.Path);
            }
        }

        foreach (var region in plan["regions"].Items.Select(region => region.Text).OfType<string>()
            .Where(region => !regions.Contains(region) && !arns.Items.Any(arn => arn.IsUnknown)))
        {
            yield return Verdict.Violation($"the step names no cluster in {region}", arns.Path);
        }
    }
}
