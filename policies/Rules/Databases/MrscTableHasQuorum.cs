using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Databases;

public sealed class MrscTableHasQuorum() : ResourceRule(DynamoDbTypes.Table)
{
    // The sets of Regions that multi-Region strong consistency is offered in.
    private static readonly string[][] Sets =
    [
        ["us-east-1", "us-east-2", "us-west-2"],
        ["eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"],
        ["ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var replicas = GlobalTables.Listed(node);
        var witness = node.Input("globalTableWitness")["regionName"];
        Prop[] stated = [.. replicas.SelectMany(replica => new[] { replica.Consistency, replica.RegionName }), witness];
        if (stated.FirstOrDefault(prop => prop.IsUnknown) is { IsUnknown: true } unknown)
        {
            return [Verdict.Unknown(unknown.Path)];
        }

        if (!replicas.Any(replica => replica.Consistency.Text == "STRONG"))
        {
            return [witness.IsStated() ? Verdict.Violation("it has a witness, but no strongly consistent replica", witness.Path) : Verdict.Compliant];
        }

        string[] regions = [.. new[] { node.Region, witness.Text }.Concat(replicas.Select(replica => replica.Region)).OfType<string>().Distinct()];
        return
        [
            regions.Length != FactBook.Number("ddb-mrsc-topology")
                ? Verdict.Violation($"it is in {regions.Length} Regions, {FactBook.Number("ddb-mrsc-topology")} needed", GlobalTables.ReplicasProperty)
            : !Array.Exists(Sets, set => regions.All(set.Contains))
                ? Verdict.Violation($"{string.Join(", ", regions)} are not of one Region set", GlobalTables.ReplicasProperty)
                : Verdict.Compliant,
        ];
    }
}
