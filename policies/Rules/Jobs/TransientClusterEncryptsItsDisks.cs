using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class TransientClusterEncryptsItsDisks : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(StepFunctionsTypes.StateMachine)
        .SelectMany(MadeCluster.Of).Select(cluster => cluster.LeavesDisksPlain(context.Estate)).OfType<Reason>().Select(Finding.Of);
}
