using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class RolesOfBothRegionsGrantTheSame : StackRule
{
    public override string Description => "Roles of two Regions whose names differ by the Region alone grant, and trust, the same in their own Region.";

    public override string Why => "A permission that only the primary's role has is found missing after the failover.";

    public override string Fix => "Give the two roles the same policies, with the Regions exchanged.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["F3", "H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (one, other) in Twins.Of(context.Estate, IamTypes.Role).Pairs)
        {
            var (mine, its) = (RoleGrants.Of(context.Estate, one), RoleGrants.Of(context.Estate, other));
            if (mine.Unread.Count + its.Unread.Count > 0)
            {
                yield return Finding.Unknown(one, "policy");
                continue;
            }

            foreach (var finding in Lacking(one, other, mine, its).Concat(Lacking(other, one, its, mine)))
            {
                yield return finding;
            }
        }
    }

    // Denials count the other way round, but one that only the other has is told of all the same.
    private static IEnumerable<Finding> Lacking(Node role, Node other, RoleGrants grants, RoleGrants others)
    {
        var own = Parts(grants, role, other).ToHashSet();
        var missing = Parts(others, other, role).Where(part => !own.Contains(part)).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            var rest = missing.Length > 1 ? $" and {missing.Length - 1} more" : "";
            yield return Finding.Violation(role, $"policies lack what {other.Name} has: {missing[0]}{rest}");
        }
    }

    private static IEnumerable<string> Parts(RoleGrants grants, Node here, Node there)
    {
        string Common(string text) => Twins.Normalized(text, here, there);
        return grants.Statements.SelectMany(statement => Parts(statement, Common)).Concat(Trust(here, Common));
    }

    // Normalized before they are sorted: the order of a set says nothing.
    private static IEnumerable<string> Parts(PolicyStatement statement, Func<string, string> common)
    {
        var conditions = string.Join(" and ", statement.Conditions
            .Select(condition => $"{condition.Operator} {condition.Key} {string.Join(",", condition.Values.Select(common).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
        return from action in statement.Actions.Concat(statement.NotActions.Select(action => "not " + action))
               from resource in statement.Resources.Concat(statement.NotResources.Select(resource => "not " + resource)).DefaultIfEmpty("")
               select $"{(statement.Allows ? "allow" : "deny")} {action} on {common(resource)}{(conditions.Length > 0 ? " if " : "")}{conditions}";
    }

    private static IEnumerable<string> Trust(Node role, Func<string, string> common) => PolicyDocument.Read(role, role["assumeRolePolicy"]).Statements
        .SelectMany(statement => Parts(statement, common).Select(part => $"{string.Join(",", statement.PrincipalsOf("Service").Concat(statement.PrincipalsOf("AWS")))} {part}"));
}
