using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalTableStreamIsOn() : ResourceRule(DynamoDbTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var replicas = GlobalTables.Listed(node);
        if (replicas.Count == 0 || replicas[0].IsListUnknown)
        {
            return [replicas.Count == 0 ? Verdict.NotApplicable("it has no replicas") : Verdict.Unknown(GlobalTables.ReplicasProperty)];
        }

        var view = node["streamViewType"];
        return
        [
            FlagVerdict.Of(node["streamEnabled"], wanted: true, serviceDefault: false, "its stream is off"),
            view.IsUnknown ? Verdict.Unknown(view.Path)
                : view.Text == "NEW_AND_OLD_IMAGES" ? Verdict.Compliant
                : Verdict.Violation($"its stream holds {view}, NEW_AND_OLD_IMAGES needed", view.Path),
        ];
    }
}
