using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseUsesGroupsOfItsRegion : StackRule
{
    protected override RuleDescriptor About => new(
        "The security groups, the parameter group and the subnet group of a database are of its Region.",
        Why: "These exist per Region: a database, or a replica, that names one of another Region is not created.",
        Fix: "Declare the group with the provider of the database's Region, and name that one.",
        Severity.Critical, "F1 H5");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from database in context.Estate.OfTypes(ClusterInstances.ClusterTypes.Append(RdsTypes.Instance))
        from reason in InstanceReplica.IsReplica(database)
            ? DatabasePlacement.Faults(context.Estate, database)
            : DatabasePlacement.Others(context.Estate, database)
        select Finding.Of(reason);
}
