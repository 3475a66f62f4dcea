using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersRunOneEngine : StackRule
{
    protected override RuleDescriptor About => new(
        "All members of a global database run the engine and the version of the global cluster.",
        Why: "A managed failover needs the same major and minor version; with another one the standby can only be cut off and promoted by hand.",
        Fix: "Decide on one version, the newer of the two where one was upgraded, and state it on the global cluster and every member from one constant.",
        Severity.High, "F1 F3");

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
