using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RecoveryPathEditsNoControlPlane : StackRule
{
    // What a control plane of one Region does, and creations that make a DNS record.
    private static readonly string[] Edits = [.. FactBook.Get("cp-us-east-1").Words, .. FactBook.Get("cp-dns-creating").Words];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var users = estate.OfType(RegionSwitchTypes.Plan).Select(plan => (User: plan, Property: "executionRole"))
            .Concat(
                estate.OfType(RegionSwitchTypes.Plan).SelectMany(plan => Functions(estate, plan)).Distinct()
                    .Select(function => (User: function, Property: "role")));
        foreach (var (user, property) in users)
        {
            if (estate.References.Follow(user, property, IamTypes.Role).Target is not { } role)
            {
                continue;
            }

            foreach (var edit in Edits.Where(edit => RoleGrants.Of(estate, role).Statements.Any(statement => statement.Allows && statement.Covers(edit))))
            {
                yield return Finding.Violation(user, $"its role {role.Name} can call {edit}, which depends on a control plane in one Region");
            }
        }
    }

    private static IEnumerable<Node> Functions(Estate estate, Node plan) => FailoverPlan.Of(plan, null).Steps
        .SelectMany(step => step.Config["lambdas"].Items)
        .Select(lambda => estate.References.Follow(plan, lambda["arn"], LambdaTypes.Function).Target)
        .OfType<Node>();
}
