using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class MrscTableUsesSupportedFeatures() : ResourceRule(DynamoDbTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (GlobalTables.IsStrong(node) is not true and var strong)
        {
            yield return strong is null ? Verdict.Unknown(GlobalTables.ReplicasProperty) : Verdict.NotApplicable("it is not strongly consistent");
            yield break;
        }

        yield return FlagVerdict.Of(node["ttl"]["enabled"], wanted: false, serviceDefault: false, "it is strongly consistent and has TTL enabled");
        if (node["localSecondaryIndexes"].Items.Count > 0)
        {
            yield return Verdict.Violation("it is strongly consistent and has local secondary indexes", "localSecondaryIndexes");
        }
    }
}
