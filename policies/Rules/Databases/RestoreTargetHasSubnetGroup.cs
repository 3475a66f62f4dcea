using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class RestoreTargetHasSubnetGroup : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var promise in context.Promises.Value.All)
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
