using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class TransientClusterMayUseSeveralZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var cluster in context.Estate.OfType(StepFunctionsTypes.StateMachine).SelectMany(MadeCluster.Of))
        {
            if (cluster.Subnets(context.Estate) is not { } subnets)
            {
                yield return Finding.Unknown(cluster.Machine, "definition");
            }
            else if (subnets.Distinct(StringComparer.Ordinal).Count() < 2)
            {
                yield return Finding.Violation(
                    cluster.Machine,
                    $"{cluster.Made.Name} makes an EMR cluster that is given {(subnets.Count == 0 ? "no subnet" : "one subnet")}",
                    "definition");
            }
        }
    }
}
