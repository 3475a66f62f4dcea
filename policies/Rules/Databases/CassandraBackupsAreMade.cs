using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Kubernetes.Cassandra;

namespace DrInfra.Policies.Rules.Databases;

public sealed class CassandraBackupsAreMade : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var clusters = CassandraCluster.AllIn(context.Estate);
        foreach (var schedule in MedusaSchedule.AllIn(context.Estate))
        {
            var cluster = clusters.FirstOrDefault(candidate => candidate.Datacenters.Any(schedule.IsOf));
            if (cluster is not null && MedusaBackups.Fault(context.Estate, cluster, schedule) is { } fault)
            {
                yield return Finding.Of(fault);
            }
            else if (cluster is null && clusters.Count > 0)
            {
                yield return schedule.Datacenter.Text is { } name
                    ? Finding.Violation(schedule.Node, $"no datacenter {name} is declared in its namespace", schedule.Datacenter.Path)
                    : Finding.Unknown(schedule.Node, schedule.Datacenter.Path.Length > 0 ? schedule.Datacenter.Path : "spec.backupSpec");
            }
        }
    }
}
