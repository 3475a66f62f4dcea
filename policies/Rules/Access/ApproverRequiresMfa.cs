using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Access;

public sealed class ApproverRequiresMfa : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from plan in context.Estate.OfType(RegionSwitchTypes.Plan)
        from step in plan["workflows"].Items.SelectMany(workflow => workflow["steps"].Items).SelectMany(Steps)
        from approval in step["executionApprovalConfigs"].Items
        from finding in Judge(context.Estate, plan, approval["approvalRole"])
        select finding;

    private static IEnumerable<Prop> Steps(Prop step) =>
        step["parallelConfigs"].Items.SelectMany(parallel => parallel["steps"].Items).SelectMany(Steps).Prepend(step);

    private static IEnumerable<Finding> Judge(Estate estate, Node plan, Prop property)
    {
        if (estate.References.Follow(plan, property, IamTypes.Role).Target is not { } role)
        {
            yield return Finding.Unknown(plan, property.Path);
            yield break;
        }

        var trust = role["assumeRolePolicy"];
        var document = PolicyDocument.Read(role, trust);
        if (document.IsUnknown || document.IsMalformed)
        {
            yield return document.IsUnknown
                ? Finding.Unknown(role, "assumeRolePolicy")
                : Finding.Violation(role, "the trust policy of the approver's role cannot be read", "assumeRolePolicy");
        }
        else
        {
            var people = document.Statements.Where(statement =>
                statement.Allows && statement.Covers("sts:AssumeRole") && statement.PrincipalsOf("AWS").Count > 0)
                .ToArray();
            var federated = document.Statements.Any(statement => statement.Allows && statement.PrincipalsOf("Federated").Count > 0);
            if (people.Length == 0 && !federated)
            {
                yield return Finding.Violation(role, "no principal can assume the approver's role", "assumeRolePolicy");
            }

            if (people.Any(statement => !PeopleTrust.AsksForFactor(statement) && !PeopleTrust.IsForFederated(statement)))
            {
                yield return Finding.Violation(role, "the approver's role can be assumed without MFA", "assumeRolePolicy");
            }
        }

        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var arn = plan.Output("arn").Text ?? $"arn:aws:arc-region-switch::{account}:plan/{plan["name"].Text}:{IamPattern.AnyId}";
        switch (RoleGrants.Of(estate, role)
            .Decide("arc-region-switch:ApprovePlanExecutionStep", arn, AccessContext.Of(("aws:MultiFactorAuthPresent", ["true"]))))
        {
            case Grant.Missing or Grant.Denied:
                yield return Finding.Violation(role, $"the approver's role cannot approve steps of {plan.Name}");
                break;
            case Grant.Undetermined:
                yield return Finding.Unknown(role, "policy");
                break;
        }
    }
}
