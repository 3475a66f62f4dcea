using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Likeness;

namespace DrInfra.Policies.Rules.Access;

public sealed class RolesMatchAcrossRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (one, other) in Twins.Of(context.Estate, IamTypes.Role).Pairs)
        {
            var (mine, its) = (RoleGrants.Of(context.Estate, one), RoleGrants.Of(context.Estate, other));
            // What AWS wrote is the same in both, if it is the same policies.
            if (mine.UnreadOfAws?.SetEquals(its.UnreadOfAws ?? new HashSet<string>()) != true)
            {
                yield return Finding.Unknown(one, "policy");
                continue;
            }

            var (own, others) = (Parts(mine, one, other).ToHashSet(), Parts(its, other, one).ToHashSet());
            string[] here = [.. own.Except(others).Order(StringComparer.Ordinal)];
            string[] there = [.. others.Except(own).Order(StringComparer.Ordinal)];
            if (here.Length + there.Length > 0)
            {
                yield return Judge(one, here, other, there);
            }
        }
    }

    // Where one has all that the other has, the other lacks it; where each has its own, one of them may name the other's Region by
    // mistake. A denial that one lacks is told in the same way: which is meant, the fix leaves open.
    private static Finding Judge(Node one, string[] here, Node other, string[] there) =>
        here.Length == 0 ? Lacking(one, other, there)
        : there.Length == 0 ? Lacking(other, one, here)
        : Astray(here, there) is { } mine && Astray(there, here) is null
            ? Finding.Violation(one, $"it refers to {Twins.RegionInName(other)}, but {other.Name} refers to its own Region: {mine}")
            : Astray(there, here) is { } its && Astray(here, there) is null
                ? Finding.Violation(other, $"it refers to {Twins.RegionInName(one)}, but {one.Name} refers to its own Region: {its}")
                : Twins.IsStandby(one) ? Differing(one, here, other, there)
                : Differing(other, there, one, here);

    private static Finding Lacking(Node role, Node other, string[] missing) =>
        Finding.Violation(role, $"its policies lack what {other.Name} has: {First(missing)}");

    private static Finding Differing(Node role, string[] own, Node other, string[] others) =>
        Finding.Violation(role, $"its policies differ from those of {other.Name}, and neither is weaker: {First(own)} here, {First(others)} there");

    // A part that would be the other role's if it named its own Region.
    private static string? Astray(string[] parts, string[] others) =>
        parts.FirstOrDefault(part =>
            part.Contains(Twins.There, StringComparison.Ordinal) && others.Contains(part.Replace(Twins.There, Twins.Here, StringComparison.Ordinal)));

    private static string First(string[] parts) => parts.Length > 1 ? $"{parts[0]} and {parts.Length - 1} more" : parts[0];

    private static IEnumerable<string> Parts(RoleGrants grants, Node here, Node there)
    {
        string Common(string text) => Twins.Normalized(text, here, there);
        return grants.Statements.SelectMany(statement => Parts(statement, Common)).Concat(Trust(here, Common));
    }

    // Normalized before they are sorted: the order of a set says nothing.
    private static IEnumerable<string> Parts(PolicyStatement statement, Func<string, string> common)
    {
        var conditions = string.Join(" and ", statement.Conditions
            .Select(condition => $"{condition.Operator} {condition.Key} {string.Join(",", condition.Values.Select(common).Order(StringComparer.Ordinal))}")
                .Order(StringComparer.Ordinal));
        return from action in statement.Actions.Concat(statement.NotActions.Select(action => "not " + action))
               from resource in statement.Resources.Concat(statement.NotResources.Select(resource => "not " + resource)).DefaultIfEmpty("")
               select $"{(statement.Allows ? "allow" : "deny")} {action} on {common(resource)}{(conditions.Length > 0 ? " if " : "")}{conditions}";
    }

    private static IEnumerable<string> Trust(Node role, Func<string, string> common) => PolicyDocument.Read(role, role["assumeRolePolicy"]).Statements
        .SelectMany(statement =>
            Parts(statement, common).Select(part => $"{string.Join(",", statement.PrincipalsOf("Service").Concat(statement.PrincipalsOf("AWS")))} {part}"));
}
