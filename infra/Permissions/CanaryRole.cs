using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role of a canary.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html
/// </summary>
public static class CanaryRole
{
    /// <summary>The trust policy that Synthetics asks for, without a condition.</summary>
    public static string TrustPolicy { get; } = Trust.WithoutSource("lambda.amazonaws.com");

    /// <summary>The document of the canary that runs in a Region.</summary>
    public static string Policy(PairIdentity pair, string workload, string canary, string region)
    {
        var bucket = pair.Names.OperationsBucket(region);
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "WriteArtifacts",
                Action = ["s3:GetObject", "s3:PutObject"],
                Resource = [$"{Arns.Bucket(bucket)}/{OperationsBucket.CanariesPrefix}{workload}/*"],
            },
            new Statement
            {
                Sid = "FindTheBucket",
                Action = ["s3:GetBucketLocation"],
                Resource = [Arns.Bucket(bucket)],
            },
            new Statement
            {
                // It lists the buckets of the account and takes no resource; the runtime looks its bucket up with it.
                Sid = "AnyBucketIsListed",
                Action = ["s3:ListAllMyBuckets"],
                Resource = ["*"],
            },
            new Statement
            {
                // The function that runs the canary has a random end to its name, so its log group cannot be declared beforehand.
                Sid = "WriteLogs",
                Action = ["logs:CreateLogGroup", .. Actions.WriteLogs],
                Resource = [Arns.LogGroup(region, pair.AccountId, $"/aws/lambda/cwsyn-{canary}-*")],
            },
            new Statement
            {
                // Metrics are no resources; the name space is what narrows this down.
                Sid = "AnyMetricOfCanaries",
                Action = ["cloudwatch:PutMetricData"],
                Resource = ["*"],
                Condition = new() { ["StringEquals"] = new() { ["cloudwatch:namespace"] = ["CloudWatchSynthetics"] } },
            });
    }
}
