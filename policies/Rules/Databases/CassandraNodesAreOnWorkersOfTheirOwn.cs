using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes.Cassandra;

namespace DrInfra.Policies.Rules.Databases;

public sealed class CassandraNodesAreOnWorkersOfTheirOwn : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from cluster in CassandraCluster.AllIn(context.Estate)
        from datacenter in cluster.Datacenters
        let fault = CassandraWorkers.Fault(context.Estate, datacenter)
        where fault is not null
        select Finding.Of(fault) with { Part = datacenter.CassandraName };
}
