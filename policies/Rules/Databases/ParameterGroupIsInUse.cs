using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ParameterGroupIsInUse : StackRule
{
    private static readonly (string Group, string Database, string Property)[] Uses =
    [
        (RdsTypes.ClusterParameterGroup, RdsTypes.Cluster, "dbClusterParameterGroupName"),
        (RdsTypes.ParameterGroup, RdsTypes.Instance, "parameterGroupName"),
        (RdsTypes.ParameterGroup, RdsTypes.ClusterInstance, "dbParameterGroupName"),
        (RdsTypes.ParameterGroup, RdsTypes.Cluster, "dbInstanceParameterGroupName"),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var group in estate.OfTypes(RdsTypes.ClusterParameterGroup, RdsTypes.ParameterGroup))
        {
            var uses = Uses.Where(use => use.Group == group.Type).ToArray();
            if (!uses.Any(use => estate.UsersOf(group, use.Database, use.Property).Count > 0))
            {
                yield return uses.SelectMany(use => estate.OfType(use.Database).Select(database => estate.References.Follow(database, use.Property, use.Group)))
                    .Any(reference => reference.IsUnknown)
                    ? Finding.Unknown(group, "name")
                    : Finding.Violation(group, "no database uses it", "name");
            }
        }
    }
}
