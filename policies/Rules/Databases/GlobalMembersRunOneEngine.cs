using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersRunOneEngine : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var copies in GlobalDatabase.AllIn(context.Estate).Where(database => database.Members.Count > 0).Select(ClusterCopies.Of))
        {
            foreach (var finding in copies.Members.Prepend(copies.Model).Distinct().SelectMany(node => Missing(node, copies.Model)))
            {
                yield return finding;
            }

            foreach (var reason in copies.Members.SelectMany(copies.Engine))
            {
                yield return Finding.Of(reason);
            }
        }
    }

    // Where one says nothing, RDS takes a default that changes with time.
    private static IEnumerable<Finding> Missing(Node node, Node model) =>
        from property in new[] { "engine", "engineVersion" }
        let own = node[property].Text
        let other = model[property].Text
        where string.IsNullOrEmpty(own) || (node != model && string.IsNullOrEmpty(other))
        select Finding.Unknown(string.IsNullOrEmpty(own) ? node : model, property);
}
