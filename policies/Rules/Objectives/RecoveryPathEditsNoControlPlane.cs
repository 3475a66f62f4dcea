using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Objectives;

public sealed class RecoveryPathEditsNoControlPlane : StackRule
{
    // Services whose control plane is in one Region, and creations that make a DNS record (facts cp-us-east-1, cp-dns-creating).
    private static readonly string[] Edits =
    [
        "route53:ChangeResourceRecordSets", "route53:CreateHealthCheck", "route53:UpdateHealthCheck", "iam:CreateRole", "iam:PutRolePolicy",
        "iam:AttachRolePolicy",
        "s3:CreateBucket", "elasticloadbalancing:CreateLoadBalancer", "rds:CreateDBCluster", "cloudfront:UpdateDistribution", "eks:CreateCluster",
    ];

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
                yield return Finding.Violation(user, $"its role {role.Name} may call {edit}, which needs a control plane of one Region");
            }
        }
    }

    private static IEnumerable<Node> Functions(Estate estate, Node plan) => FailoverPlan.Of(plan, null).Steps
        .SelectMany(step => step.Config["lambdas"].Items)
        .Select(lambda => estate.References.Follow(plan, lambda["arn"], LambdaTypes.Function).Target)
        .OfType<Node>();
}
