using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class RestoreTargetHasSubnetGroup : StackRule
{
    protected override RuleDescriptor About => new(
        "Where a workload's databases are to be restored in the standby Region, a subnet group for them waits there.",
        Why: "A restore names a subnet group or lands in the default VPC; making one first costs time, and a control plane, that the disaster does not leave.",
        Fix: "Declare a subnet group for the workload in the standby stack.",
        Severity.Medium, "B3 F1");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var promise in Promises.Of(estate, context.Settings).All)
        {
            if (promise.Regions?.Standby is not { } standby || !promise.HasStackOf("standby"))
            {
                continue;
            }

            Node[] databases = [.. estate.OfTypes(RdsTypes.Cluster, RdsTypes.Instance).Where(node => node.Workload == promise.Workload)];
            var isThere = databases.Any(node => node.Region == standby)
                || estate.OfType(RdsTypes.SubnetGroup).Any(group => group.Workload == promise.Workload && group.Region == standby);
            if (databases.Length > 0 && !isThere)
            {
                yield return Finding.Violation(databases[0], $"no subnet group of {promise.Workload} is in {standby}, where it would be restored");
            }
        }
    }
}
