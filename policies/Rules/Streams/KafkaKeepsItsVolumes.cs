using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaKeepsItsVolumes : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var (node, volume) in StrimziCluster.AllIn(context.Estate).SelectMany(cluster => cluster.Volumes))
        {
            var (kind, deletes) = (volume["type"], volume["deleteClaim"]);
            if (volume.IsUnknown || kind.IsUnknown || deletes.IsUnknown)
            {
                yield return Finding.Unknown(node, volume.Path.Length > 0 ? volume.Path : "spec");
            }
            else if (kind.Text == "ephemeral")
            {
                yield return Finding.Violation(node, "its records are gone when a pod of a broker is replaced: the storage is ephemeral", kind.Path);
            }
            else if (deletes.Flag == true)
            {
                yield return Finding.Violation(node, "its volumes are deleted with it: deleteClaim is true", deletes.Path);
            }
        }
    }
}
