using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ReplicasCarryTags : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        node.Tags.Count == 0
            ? [Verdict.NotApplicable("the table has no tags")]
            : GlobalTables.Listed(node).Where(replica => !replica.IsReported).Select(replica => replica.IsListUnknown
                ? Verdict.Unknown(replica.RegionName.Path)
                : FlagVerdict.Of(replica.PropagateTags, wanted: true, serviceDefault: false, $"{replica.Name} gets no tags"));
}
