using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class CopyIsInAnotherRegion : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        return Judge(estate, DynamoDbTypes.Table, node => [.. GlobalTables.Listed(node).Select(replica => Stated(replica.RegionName))])
            .Concat(Judge(estate, DynamoDbTypes.TableReplica, node => [Named(estate, node, node["globalTableArn"], DynamoDbTypes.Table)]))
            .Concat(Judge(estate, SecretsManagerTypes.Secret, node => [.. Secrets.Replicas(node).Select(replica => Stated(replica.RegionName))]))
            .Concat(Judge(estate, EfsTypes.ReplicationConfiguration, node => [Stated(node["destination"]["region"])]))
            .Concat(Buckets(estate))
            .Concat(Judge(estate, RdsTypes.InstanceAutomatedBackupsReplication, node =>
                [Named(estate, node, node["sourceDbInstanceArn"], RdsTypes.Instance)]))
            .Concat(Judge(estate, KmsTypes.ReplicaKey, node => [Named(estate, node, node["primaryKeyArn"], KmsTypes.Key)]));
    }

    private static Destination Stated(Prop region) => new(region.Text, region.IsUnknown ? region.Path : null);

    private static Destination Named(Estate estate, Node node, Prop property, params string[] types)
    {
        var reference = estate.References.Follow(node, property, types);
        return new Destination(reference.Region, reference.IsUnknown ? property.Path : null);
    }

    // One copy elsewhere is what counts: a further one beside the original has other uses.
    private static IEnumerable<Finding> Judge(Estate estate, string type, Func<Node, IReadOnlyList<Destination>> destinations)
    {
        foreach (var node in estate.OfType(type))
        {
            var found = destinations(node);
            if (found.Count == 0 || node.Region is not { } own || found.Any(destination => destination.Region is { } region && region != own))
            {
                continue;
            }

            if (found.FirstOrDefault(destination => destination.Unknown is not null) is { Unknown: { } unknown })
            {
                yield return Finding.Unknown(node, unknown);
            }
            else if (found.Any(destination => destination.Region is not null))
            {
                yield return Finding.Violation(node, $"the copy and its source are both in {own}");
            }
        }
    }

    private static IEnumerable<Finding> Buckets(Estate estate)
    {
        foreach (var rules in Replications.Of(estate).Enabled.GroupBy(rule => rule.Source ?? rule.Owner))
        {
            // A second copy in the same Region is nothing bad where another rule leaves the Region; a copy to itself is no copy.
            var verdicts = rules.Select(rule => (rule.Owner, Verdict: Judge(rule))).ToArray();
            var itself = verdicts.FirstOrDefault(pair => pair.Verdict.Kind == VerdictKind.Violation
                && rules.Any(rule => rule.Destination.Path == pair.Verdict.Property && rule.Destination.Target == rule.Source));
            var judged = itself.Verdict is not null ? itself
                : verdicts.Any(pair => pair.Verdict.Kind == VerdictKind.Compliant) ? default
                : verdicts.FirstOrDefault(pair => pair.Verdict.Kind == VerdictKind.Unknown) is { Verdict: not null } unknown ? unknown
                : verdicts[0];
            if (judged.Verdict is not null)
            {
                yield return new Finding(judged.Owner, judged.Verdict);
            }
        }
    }

    private static Verdict Judge(ReplicationRule rule)
    {
        var path = rule.Destination.Path;
        if (ReplicationFaults.Destination(rule) is { } fault)
        {
            return Verdict.Of(fault);
        }

        var (from, to) = ((rule.Source ?? rule.Owner).Region, rule.Destination.Target?.Region);
        return from is null || to is null ? Verdict.Unknown(path)
            : from == to ? Verdict.Violation($"the bucket in {from} is replicated within {to}, another Region needed", path)
            : Verdict.Compliant;
    }

    private sealed record Destination(string? Region, string? Unknown);
}
