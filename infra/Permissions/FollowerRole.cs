using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What a Region's follower may do in AWS: read, take and renew the leases of the workloads that it follows for, keep the records of their savepoints,
/// all in its own Region, and publish how old these are.
/// </summary>
public static class FollowerRole
{
    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="region">The Region that it runs in.</param>
    /// <param name="workloads">The workloads with pipelines.</param>
    public static string Policy(PairIdentity pair, string region, IReadOnlyList<WorkloadSettings> workloads) => PolicyDocument.Of(
    [
        Leases("TakeLeases", ["dynamodb:GetItem", "dynamodb:PutItem"], pair, region, [.. workloads.Select(workload => workload.Name)]),
        Statements.UseKey("UseTheKeyOfLeases", Actions.UseAndSeeKey, pair.Names.KeyAlias("shared", KeyParts.Leases, region), pair, region, "dynamodb"),
        .. Savepoints(pair, region, [.. workloads.Where(workload => workload.Has(PipelineEngine.Flink))]),
    ]);

    /// <summary>
    /// Leases of some workloads. The key of an item is what DynamoDB calls a leading key, and each of these actions states one
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html).
    /// </summary>
    internal static Statement Leases(string sid, string[] actions, PairIdentity pair, string region, IReadOnlyList<string> workloads) => new()
    {
        Sid = sid,
        Action = actions,
        Resource = [Arns.Table(region, pair.AccountId, pair.Names.LeaseTable)],
        Condition = new() { ["ForAllValues:StringEquals"] = new() { ["dynamodb:LeadingKeys"] = [.. workloads] } },
    };

    // It lists savepoints and reads and writes what says which there are; state itself only the jobs read.
    private static IEnumerable<Statement> Savepoints(PairIdentity pair, string region, IReadOnlyList<WorkloadSettings> workloads)
    {
        if (workloads.Count == 0)
        {
            return [];
        }

        string[] roots = [SavepointProtocol.Root, SavepointProtocol.StartsRoot];
        string[] buckets =
        [
            .. workloads.SelectMany(workload => workload.Pipelines.Select(pipeline => pipeline.Savepoints?.In).OfType<string>().Distinct()
                .Select(bucket => pair.Names.Bucket(workload.Name, bucket, region))),
        ];
        return
        [
            new()
            {
                Sid = "ListSavepoints",
                Action = ["s3:ListBucket"],
                Resource = [.. buckets.Select(Arns.Bucket)],
                Condition = new() { ["StringLike"] = new() { ["s3:prefix"] = [.. roots.Select(root => $"{root}/*")] } },
            },
            new()
            {
                Sid = "KeepTheirRecords",
                Action = ["s3:GetObject", "s3:PutObject"],
                Resource = [.. buckets.SelectMany(bucket => roots.Select(root => $"{Arns.Bucket(bucket)}/{root}/*.json"))],
            },
            .. workloads.Select(workload => Statements.UseDataKey(
                $"UseTheKeyOf{VariableName.Of(workload.Name).Replace("_", "", StringComparison.Ordinal)}", Actions.UseKey, pair, workload.Name, region, "s3")),
            new()
            {
                Sid = "AnyMetricOfPipelines",
                Action = ["cloudwatch:PutMetricData"],
                Resource = ["*"],
                Condition = new() { ["StringEquals"] = new() { ["cloudwatch:namespace"] = [SavepointProtocol.MetricNamespace] } },
            },
        ];
    }
}
