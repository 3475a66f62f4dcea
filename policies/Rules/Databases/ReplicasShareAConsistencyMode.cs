using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ReplicasShareAConsistencyMode() : ResourceRule(DynamoDbTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var replicas = GlobalTables.Listed(node);
        var modes = replicas.Select(replica => replica.IsListUnknown ? replica.RegionName : replica.Consistency).ToArray();
        if (modes.FirstOrDefault(mode => mode.IsUnknown) is { IsUnknown: true } unknown)
        {
            yield return Verdict.Unknown(unknown.Path);
            yield break;
        }

        foreach (var mode in modes.Where(mode => mode.Text is not (null or "EVENTUAL" or "STRONG")))
        {
            yield return Verdict.Violation($"consistencyMode is not valid: {mode}", mode.Path);
        }

        if (modes.Select(mode => mode.Text ?? "EVENTUAL").Distinct().Count() > 1)
        {
            yield return Verdict.Violation("its replicas have different consistency modes", GlobalTables.ReplicasProperty);
        }
    }
}
