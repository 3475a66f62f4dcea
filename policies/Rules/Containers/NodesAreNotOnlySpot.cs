using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Containers;

public sealed class NodesAreNotOnlySpot : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var pods in context.Estate.OfTypes(Pods.Serving))
        {
            NodeSupply[] supplies = [.. NodeSupply.Of(context.Estate, pods).Where(supply => supply.Takes(pods))];
            if (supplies.Length > 0 && Array.TrueForAll(supplies, supply => supply.IsOnlySpot == true))
            {
                yield return Finding.Violation(pods, $"its pods run on Spot capacity alone: {string.Join(", ", supplies.Select(supply => supply.Node.Name))}");
            }
            else if (supplies.Length > 0 && Array.TrueForAll(supplies, supply => supply.IsOnlySpot != false))
            {
                yield return Finding.Unknown(Array.Find(supplies, supply => supply.IsOnlySpot is null)!.Node, "spec");
            }
        }
    }
}
