using DrInfra.Policies.Aws.Iam;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>Who starts a plan: people, by a role that they assume.</summary>
internal static class PlanStarters
{
    private const string Start = "arc-region-switch:StartPlanExecution";

    /// <summary>Why nobody can start it; null where a role lets people start it.</summary>
    public static Reason? Of(Estate estate, Node plan)
    {
        var people = estate.Once(static estate => new People([.. estate.OfType(IamTypes.Role).Where(IsForPeople).Select(role => RoleGrants.Of(estate, role))]));
        var grants = people.Roles
            .Select(role => PlanRoleNeeds.ArnOf(plan, Accounts.Of(role.Role) ?? IamPattern.AnyAccount) is { } arn
                ? role.Decide(Start, arn, AccessContext.Empty)
                : Grant.Undetermined)
            .ToArray();
        return grants.Contains(Grant.Allowed) ? null

            // People may come in through a role of another program.
            : grants.Contains(Grant.Undetermined) || !EstateScope.IsWhole(estate) ? Reason.Unknown(plan, "name")
            : new Reason("no declared role lets people start it", plan, "name");
    }

    private static bool IsForPeople(Node role) => PeopleTrust.Of(PolicyDocument.Read(role, role["assumeRolePolicy"])).Count > 0;

    private sealed record People(IReadOnlyList<RoleGrants> Roles);
}
