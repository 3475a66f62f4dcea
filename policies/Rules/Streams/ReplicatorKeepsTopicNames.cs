using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorKeepsTopicNames : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var link in KafkaReplication.AllIn(context.Estate))
        {
            foreach (var name in link.NamesOfTopics.Where(name => name.Text != "IDENTICAL"))
            {
                yield return name.IsUnknown ? Finding.Unknown(link.Replicator, name.Path)
                    : Finding.Violation(link.Replicator, "topic names in the copy have the source cluster's alias as prefix", name.Path);
            }
        }
    }
}
