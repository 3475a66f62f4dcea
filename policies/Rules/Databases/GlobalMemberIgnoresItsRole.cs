using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberIgnoresItsRole : StackRule
{
    private static readonly string[] Rewritten = ["globalClusterIdentifier", "replicationSourceIdentifier"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        ClusterFamily.All.SelectMany(family => GlobalDatabase.AllIn(context.Estate, family)
            .SelectMany(database => database.Members.SelectMany(member => Judge(member, database, family == ClusterFamily.Aurora))));

    private static IEnumerable<Finding> Judge(Node member, GlobalDatabase database, bool aurora)
    {
        // One that the global cluster was made from states none, and the provider reads one: it would be taken out again
        // (registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_global_cluster, "New Global Cluster From Existing DB Cluster").
        if (member == database.Adopted && !member.Input("globalClusterIdentifier").IsStated())
        {
            if (!IgnoredChanges.Contain(member, "globalClusterIdentifier"))
            {
                yield return Finding.Violation(
                    member, $"{database.Identifier} was created from it, and its next update would detach it: globalClusterIdentifier is not in ignoreChanges",
                    "ignoreChanges");
            }
        }
        else if (aurora && member.Input("globalClusterIdentifier").IsStated())
        {
            foreach (var property in Rewritten.Where(property => !IgnoredChanges.Contain(member, property)))
            {
                yield return Finding.Violation(member, $"a failover changes {property}, and the next update would revert it: it is not in ignoreChanges",
                    "ignoreChanges");
            }
        }
    }
}
