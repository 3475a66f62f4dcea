using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanCanBeStartedByPeople : StackRule
{
    private const string Start = "arc-region-switch:StartPlanExecution";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var plans = estate.OfType(RegionSwitchTypes.Plan).ToArray();
        RoleGrants[] roles = plans.Length == 0 ? []
            : [.. estate.OfType(IamTypes.Role).Where(IsForPeople).Select(role => RoleGrants.Of(estate, role))];
        foreach (var plan in plans)
        {
            var grants = roles.Select(role => PlanRoleNeeds.ArnOf(plan, Accounts.Of(role.Role) ?? IamPattern.AnyAccount) is { } arn
                ? role.Decide(Start, arn, AccessContext.Empty) : Grant.Undetermined).ToArray();
            if (grants.Contains(Grant.Allowed))
            {
                continue;
            }

            // People may come in through a role of another program.
            yield return grants.Contains(Grant.Undetermined) || !EstateScope.IsWhole(estate)
                ? Finding.Unknown(plan, "name")
                : Finding.Violation(plan, "no declared role lets people start it", "name");
        }
    }

    private static bool IsForPeople(Node role) => PeopleTrust.Of(PolicyDocument.Read(role, role["assumeRolePolicy"])).Count > 0;
}
