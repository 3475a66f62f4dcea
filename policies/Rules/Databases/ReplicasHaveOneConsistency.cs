using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ReplicasHaveOneConsistency : ResourceRule
{
    protected override RuleDescriptor About => new(
        "All replicas of a table have the same consistency mode.",
        Why: "A global table has one mode, chosen when it is made: a mixture is refused, and so no standby is there.",
        Fix: "Set consistencyMode alike on all replicas: EVENTUAL or STRONG.",
        Severity.High, "F1 T2");

    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table];

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
            yield return Verdict.Violation($"there is no consistency mode {mode}", mode.Path);
        }

        if (modes.Select(mode => mode.Text ?? "EVENTUAL").Distinct().Count() > 1)
        {
            yield return Verdict.Violation("its replicas have different consistency modes", GlobalTables.ReplicasProperty);
        }
    }
}
