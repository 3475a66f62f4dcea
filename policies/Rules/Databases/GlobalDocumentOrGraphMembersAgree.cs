using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDocumentOrGraphMembersAgree : StackRule
{
    protected override RuleDescriptor About => new(
        "The members of a global cluster of DocumentDB or Neptune run its engine, and their secondaries have an instance of the writer's class.",
        Why: "A failover takes the same engine version; a secondary without an instance, or with a smaller one, serves only after a new one was made.",
        Fix: "State engine and engineVersion of the global cluster on each member, and an instance of the same class in each Region.",
        Severity.High, "F1 F3");

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
        var classes = members.Select(member => (Member: member, Classes: ClusterInstances.Of(estate, member).Select(instance => instance["instanceClass"].Text).OfType<string>().ToHashSet())).ToArray();
        foreach (var (member, own) in classes)
        {
            if (own.Count == 0)
            {
                yield return ClusterInstances.MayHaveMore(estate, member) ? Finding.Unknown(member, "clusterIdentifier") : Finding.Violation(member, "it has no instance to serve with after a failover");
            }
            else if (classes.Any(other => other.Classes.Count > 0 && !other.Classes.Overlaps(own)))
            {
                yield return Finding.Violation(member, $"its instances are {string.Join(", ", own.Order(StringComparer.Ordinal))}, none of the size of the other Region's");
            }
        }
    }
}
