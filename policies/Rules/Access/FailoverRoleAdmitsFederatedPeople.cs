using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Access;

public sealed class FailoverRoleAdmitsFederatedPeople : StackRule
{
    private static readonly string[] Acts = ["arc-region-switch:StartPlanExecution", "arc-region-switch:ApprovePlanExecutionStep"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        Node[] plans = [.. estate.OfType(RegionSwitchTypes.Plan)];
        foreach (var role in plans.Length == 0 ? [] : estate.OfType(IamTypes.Role))
        {
            var people = PeopleTrust.Of(PolicyDocument.Read(role, role["assumeRolePolicy"]));
            if (people.Count > 0 && people.All(PeopleTrust.AsksForFactor) && Decides(estate, role, plans))
            {
                yield return Finding.Violation(
                    role, "only sessions with MFA can assume it, and sessions of federated people never carry MFA", "assumeRolePolicy");
            }
        }
    }

    private static bool Decides(Estate estate, Node role, Node[] plans)
    {
        var (grants, account) = (RoleGrants.Of(estate, role), Accounts.Of(role) ?? IamPattern.AnyAccount);
        var context = AccessContext.Of(("aws:MultiFactorAuthPresent", ["true"]));
        return plans.Select(plan => PlanRoleNeeds.ArnOf(plan, account)).OfType<string>()
            .Any(arn => Acts.Any(action => grants.Decide(action, arn, context) == Grant.Allowed));
    }
}
