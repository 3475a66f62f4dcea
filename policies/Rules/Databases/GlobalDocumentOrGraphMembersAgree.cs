using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDocumentOrGraphMembersAgree : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var family in new[] { ClusterFamily.DocumentDb, ClusterFamily.Neptune })
        {
            foreach (var database in GlobalDatabase.AllIn(context.Estate, family).Where(database => database is { Global: not null, Members.Count: > 0 }))
            {
                var copies = ClusterCopies.Of(database);
                foreach (var finding in copies.Members.SelectMany(member => Engines(copies, member)).Concat(Instances(context.Estate, copies.Members)))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Engines(ClusterCopies copies, Node member) => copies.Engine(member).Select(Finding.Of).Concat(
        from property in new[] { "engine", "engineVersion" }
        where member != copies.Model && member[property].IsAbsent && !copies.Model[property].IsAbsent
        select Finding.Violation(member, $"it states no {property}, {copies.Model.Name} runs {copies.Model[property]}", property));

    private static IEnumerable<Finding> Instances(Estate estate, IReadOnlyList<Node> members)
    {
        var classes = members.Select(member =>
            (Member: member, Classes: ClusterInstances.Of(estate, member).Select(instance => instance["instanceClass"].Text).OfType<string>().ToHashSet()))
            .ToArray();
        foreach (var (member, own) in classes)
        {
            if (own.Count == 0)
            {
                yield return ClusterInstances.MayHaveMore(estate, member)
                    ? Finding.Unknown(member, "clusterIdentifier")
                    : Finding.Violation(member, "it has no instance to serve after a failover");
            }
            else if (classes.Any(other => other.Classes.Count > 0 && !other.Classes.Overlaps(own)))
            {
                yield return Finding.Violation(
                    member, $"its instances are {string.Join(", ", own.Order(StringComparer.Ordinal))}, none has the class of the other Region's instances");
            }
        }
    }
}
