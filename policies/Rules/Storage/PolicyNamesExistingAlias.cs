using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Storage;

public sealed class PolicyNamesExistingAlias : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var aliases = context.Estate.OfType(KmsTypes.Alias);
        var byName = aliases.Where(alias => alias["name"].Text is not null).ToLookup(alias => alias["name"].Text!, StringComparer.OrdinalIgnoreCase);
        foreach (var policy in IdentityPolicies.Of(context.Estate))
        {
            foreach (var (name, regions) in policy.Statements.SelectMany(Named).DistinctBy(named => named.Name))
            {
                if (Matching(byName, name).Any(alias => IsIn(alias, regions)))
                {
                    continue;
                }

                // The alias may be in the other stack, or not be named yet.
                yield return context.Estate.Stacks.Count == 1 || aliases.Any(alias => alias["name"].Text is null)
                    ? Finding.Unknown(policy.Owner, policy.Path)
                    : Finding.Violation(policy.Owner, $"no alias in {string.Join(" or ", regions)} is named {name}", policy.Path);
            }
        }
    }

    private static IEnumerable<Node> Matching(ILookup<string, Node> aliases, string name) => Wildcards.AreIn(name)
        ? aliases.Where(group => Wildcards.Match(name, group.Key, ignoreCase: true)).SelectMany(group => group)
        : aliases[name];

    private static IEnumerable<(string Name, string[] Regions)> Named(PolicyStatement statement)
    {
        string[] regions =
        [
            .. statement.Resources.DefaultIfEmpty("*").Select(resource => Arn.TryParse(resource, out var arn) && arn.Service == "kms" ? arn.Region : "*"),
        ];
        return statement.Conditions
            .Where(condition => statement.Allows && condition.IsOn("kms:ResourceAliases", "kms:RequestAlias"))
            .SelectMany(condition => condition.Values)
            .Select(name => (name, regions));
    }

    private static bool IsIn(Node alias, string[] regions) =>
        alias.Region is not { } region || Array.Exists(regions, pattern => Wildcards.Match(pattern, region, ignoreCase: true));
}
