using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalDocumentOrGraphSpansRegions : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        if (!Regions.AreSeveral(context.Estate))
        {
            yield break;
        }

        foreach (var family in new[] { ClusterFamily.DocumentDb, ClusterFamily.Neptune })
        {
            foreach (var database in GlobalDatabase.AllIn(context.Estate, family))
            {
                var regions = database.Members.Select(member => member.Region).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
                if (database.Global is { } global && regions.Length < 2)
                {
                    yield return Finding.Violation(global, regions.Length == 0 ? "no cluster is a member of it" : $"all its members are in {regions[0]}, a second Region needed");
                }
            }
        }
    }
}
