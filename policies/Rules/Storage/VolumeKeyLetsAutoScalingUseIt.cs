using DrInfra.Policies.Aws.AutoScaling;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class VolumeKeyLetsAutoScalingUseIt : StackRule
{
    // Groups of servers that Auto Scaling starts from a template.
    private static readonly string[] Groups = [AutoScalingTypes.Group, EksTypes.NodeGroup];

    private static readonly string[] Actions = ["kms:Decrypt", "kms:CreateGrant"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var key in VolumeKeys(context.Estate))
        {
            var policies = KeyPolicies.Of(context.Estate, key);
            var missing = Actions.Where(action => !policies.Any(policy => policy.Statements.Any(statement => Admits(statement, action)))).ToArray();
            if (missing.Length > 0 && context.Estate.UsersOf(key, KmsTypes.Grant, "keyId").Count == 0)
            {
                yield return policies.Any(policy => policy.IsUnknown)
                    ? Finding.Unknown(key, "policy")
                    : Finding.Violation(key, $"the Auto Scaling service-linked role is not allowed {string.Join(", ", missing)}", "policy");
            }
        }
    }

    private static IEnumerable<Node> VolumeKeys(Estate estate) => estate.OfTypes(Groups)
        .SelectMany(group => Templates(estate, group))
        .Distinct()
        .SelectMany(template => template["blockDeviceMappings"].Items.Select(mapping => Keys.Follow(estate, template, mapping["ebs"]["kmsKeyId"]).Target))
        .OfType<Node>()
        .Distinct();

    private static IEnumerable<Node> Templates(Estate estate, Node group) => new[]
        {
            estate.References.Follow(group, group["launchTemplate"]["id"], Ec2Types.LaunchTemplate).Target,
            estate.References.Follow(group, group["launchTemplate"]["name"], Ec2Types.LaunchTemplate).Target,
        }.OfType<Node>().Concat(ReferenceResolver.Declared(group, "mixedInstancesPolicy", Ec2Types.LaunchTemplate));

    private static bool Admits(PolicyStatement statement, string action) =>
        statement.Allows && statement.Covers(action)
        && statement.PrincipalsOf("AWS")
            .Concat(statement.Conditions.Where(condition => condition.IsOn("aws:PrincipalArn")).SelectMany(condition => condition.Values))
                .Any(principal => principal.Contains("aws-service-role/autoscaling.amazonaws.com", StringComparison.Ordinal));
}
