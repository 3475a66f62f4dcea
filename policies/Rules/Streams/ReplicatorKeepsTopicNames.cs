using DrInfra.Policies.Aws.Msk;

namespace DrInfra.Policies.Rules.Streams;

public sealed class ReplicatorKeepsTopicNames : StackRule
{
    public override string Description => "A replicator keeps the names of topics.";

    public override string Why => "By default it puts the source cluster's alias before each name: after a failover consumers and producers have to be told other names.";

    public override string Fix => "Set topicNameConfiguration.type to IDENTICAL, and replicate in one direction at a time.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1", "F2"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var link in KafkaReplication.AllIn(context.Estate))
        {
            foreach (var name in link.NamesOfTopics.Where(name => name.Text != "IDENTICAL"))
            {
                yield return name.IsUnknown ? Finding.Unknown(link.Replicator, name.Path)
                    : Finding.Violation(link.Replicator, "topics have other names in the copy: the source's alias stands before them", name.Path);
            }
        }
    }
}
