using DrInfra.Policies.Aws.ElastiCache;

namespace DrInfra.Policies.Rules.Caches;

public sealed class GlobalCacheMembersAgree : StackRule
{
    private static readonly string[] Alike = ["nodeType", "engine", "engineVersion", "port", "numNodeGroups", "numCacheClusters", "replicasPerNodeGroup"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var global in context.Estate.OfType(ElastiCacheTypes.GlobalReplicationGroup))
        {
            if (GlobalDatastore.Primary(context.Estate, global) is not { } primary)
            {
                continue;
            }

            foreach (var member in GlobalDatastore.Joined(context.Estate, global))
            {
                // What a member does not state it takes from the global datastore.
                foreach (var property in Alike.Where(property => member[property].IsStated() && member[property].ToString() != primary[property].ToString()))
                {
                    yield return member[property].IsUnknown || primary[property].IsUnknown ? Finding.Unknown(member, property)
                        : Finding.Violation(member, $"its {property} is {member[property]}, but {primary[property]} in {primary.Region}", property);
                }
            }
        }
    }
}
