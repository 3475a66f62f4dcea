using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorKeepsTopicNames : StackRule
{
    private const string Prefixed = "topic names in the copy have the source cluster's alias as prefix";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var link in KafkaReplication.AllIn(context.Estate))
        {
            foreach (var name in link.NamesOfTopics.Where(name => name.Text != "IDENTICAL"))
            {
                yield return name.IsUnknown ? Finding.Unknown(link.Replicator, name.Path)
                    : Finding.Violation(link.Replicator, Prefixed, name.Path);
            }
        }

        foreach (var mirror in KafkaMirror.AllIn(context.Estate).Where(mirror => mirror.KeepsNames != true && mirror.Stopped is null))
        {
            yield return mirror.KeepsNames is null ? Finding.Unknown(mirror.Node, mirror.PolicyClass.Path)
                : Finding.Violation(mirror.Node, Prefixed, mirror.PolicyClass.Path);
        }
    }
}
