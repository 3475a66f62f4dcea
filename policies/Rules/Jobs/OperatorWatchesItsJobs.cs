using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class OperatorWatchesItsJobs : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // Where no program here declares an operator of the kind, another one installs it.
        foreach (var (job, name, declared) in JobOperator.Jobs(context.Estate).Where(job => job.Declared.Count > 0))
        {
            var (space, cluster) = (Pods.NamespaceOf(job), Pods.ClusterOf(job));
            JobOperator[] here = [.. declared.Where(declared => Pods.ClusterOf(declared.Node) == cluster)];
            if (here.Length == 0)
            {
                yield return Finding.Violation(job, $"no {name} is declared in its cluster, as it is in another one ({declared[0].Node.Name}): nothing runs it");
            }
            else if (!Array.Exists(here, found => found.Watches(space) == true))
            {
                var open = Array.Find(here, found => found.Watches(space) is null);
                yield return open is not null
                    ? Finding.Unknown(space is null ? job : open.Node, space is null ? "metadata.namespace" : open.Property)
                    : Finding.Violation(job, $"{here[0].Node.Name} watches {string.Join(", ", here[0].Spaces!)}, but not {space}: nothing runs it");
            }
        }
    }
}
