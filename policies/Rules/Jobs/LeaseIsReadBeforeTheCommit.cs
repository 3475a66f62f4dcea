using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class LeaseIsReadBeforeTheCommit : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(StepFunctionsTypes.StateMachine)
        .Select(machine => CommitCondition.Lacks(context.Estate, machine)).OfType<Reason>().Select(Finding.Of);
}
