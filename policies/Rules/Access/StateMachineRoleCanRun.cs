using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Rules.Access;

public sealed class StateMachineRoleCanRun : RoleAccessRule
{
    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, StepFunctionsTypes.StateMachine, (user, role) => MachineNeeds.Of(estate, user, role));
}
