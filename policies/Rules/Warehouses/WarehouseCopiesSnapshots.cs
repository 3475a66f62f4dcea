using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Redshift;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseCopiesSnapshots : StackRule
{
    private static readonly string[] Keys = [KmsTypes.Key, KmsTypes.ReplicaKey, KmsTypes.ExternalKey, KmsTypes.Alias];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var unread = estate.OfType(RedshiftTypes.SnapshotCopy)
            .Any(copy => estate.References.Follow(copy, "clusterIdentifier", RedshiftTypes.Cluster).IsUnknown);
        foreach (var cluster in estate.OfType(RedshiftTypes.Cluster))
        {
            var copies = estate.UsersOf(cluster, RedshiftTypes.SnapshotCopy, "clusterIdentifier");
            if (copies.Count == 0)
            {
                yield return unread
                    ? Finding.Unknown(cluster, "clusterIdentifier")
                    : Finding.Violation(cluster, $"its snapshots are only in {cluster.Region ?? "one Region"}");
            }

            foreach (var verdict in copies.Select(copy => (Copy: copy, Verdicts: Judge(cluster, copy, context.Parameters["minimumDays"])))
                .SelectMany(pair => pair.Verdicts.Select(verdict => new Finding(pair.Copy, verdict))))
            {
                yield return verdict;
            }
        }

        foreach (var grant in estate.OfType(RedshiftTypes.SnapshotCopyGrant))
        {
            var key = estate.References.Follow(grant, "kmsKeyId", Keys);
            if (!grant.Input("kmsKeyId").IsStated())
            {
                yield return Finding.Violation(grant, "the copies are encrypted with an AWS managed key", "kmsKeyId");
            }
            else if (key.Region is { } region && grant.Region is { } own && region != own)
            {
                yield return Finding.Violation(grant, $"its key is in {region}, the copies are in {own}", "kmsKeyId");
            }
        }
    }

    private static IEnumerable<Verdict> Judge(Node cluster, Node copy, double days)
    {
        var region = copy["destinationRegion"];
        if (region.IsUnknown)
        {
            yield return Verdict.Unknown(region.Path);
        }
        else if (region.Text is null || region.Text == cluster.Region)
        {
            yield return Verdict.Violation($"the copies and the warehouse are both in {region.Text ?? "no Region"}", region.Path);
        }

        yield return NumberVerdict.AtLeast(new RedshiftSnapshotCopy(copy).Days, days, "retentionPeriod of the copies", " days");
        if (cluster["encrypted"].Flag == true && cluster.Input("kmsKeyId").IsStated() && !copy.Input("snapshotCopyGrantName").IsStated())
        {
            yield return Verdict.Violation("the warehouse has a customer managed key, but no snapshot copy grant", "snapshotCopyGrantName");
        }
    }
}
