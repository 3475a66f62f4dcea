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

    protected override RuleDescriptor About => new(
        "A parameter group is attached to a database.",
        Why: "What a group sets is in force only where a database names it: the bound on the lag or forced TLS would be on paper alone.",
        Fix: "Name the group in the database, or remove it.",
        Severity.Low, "F1");

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
                    : Finding.Violation(group, "no database names it", "name");
            }
        }
    }
}
