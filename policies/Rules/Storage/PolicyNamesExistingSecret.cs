using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

public sealed class PolicyNamesExistingSecret : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var secrets = context.Estate.OfType(SecretsManagerTypes.Secret);
        foreach (var policy in IdentityPolicies.Of(context.Estate).Where(policy => !policy.Owner.Stack.IsForeign))
        {
            foreach (var resource in policy.Statements.Where(statement => statement.Allows && statement.Covers("secretsmanager:GetSecretValue"))
                .SelectMany(statement => statement.Resources).Distinct())
            {
                if (!Arn.TryParse(resource, out var arn) || arn.Service != "secretsmanager" || secrets.Any(secret => IsNamed(secret, arn)))
                {
                    continue;
                }

                // The secret may be in the other stack, or not be named yet.
                yield return context.Estate.Stacks.Count == 1 || secrets.Any(secret => secret["name"].Text is null)
                    ? Finding.Unknown(policy.Owner, policy.Path)
                    : Finding.Violation(policy.Owner, $"no secret in {arn.Region} is named {arn.Name}", policy.Path);
            }
        }
    }

    // The service adds a hyphen and six characters to the name.
    private static bool IsNamed(Node secret, Arn arn) =>
        (Wildcards.Match(arn.Name, secret["name"].Text + "-AbCdEf", ignoreCase: true)
            || (Arn.TryParse(secret.Output("arn").Text, out var own) && Wildcards.Match(arn.Name, own.Name, ignoreCase: true)))
        && Secrets.Replicas(secret).Select(replica => replica.Region).Prepend(secret.Region)
            .Any(region => region is null || Wildcards.Match(arn.Region, region, ignoreCase: true));
}
