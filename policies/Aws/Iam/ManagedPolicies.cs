namespace DrInfra.Policies.Aws.Iam;

/// <summary>
/// What those of AWS's own policies that recovery often uses let a role do, by the services that each is written for. Their text is
/// in the AWS Managed Policy Reference Guide.
/// </summary>
internal static class ManagedPolicies
{
    private const string Prefix = "arn:aws:iam::aws:policy/";

    private static readonly Dictionary<string, string[]> Actions = new(StringComparer.Ordinal)
    {
        ["AdministratorAccess"] = ["*"],
        ["PowerUserAccess"] = ["*"],
        ["service-role/AWSBackupServiceRolePolicyForBackup"] =
            ["backup:*", "cloudwatch:GetMetricData", "dynamodb:*", "ec2:*", "elasticfilesystem:*", "fsx:*", "kms:*", "rds:*", "redshift:*", "tag:GetResources"],
        ["service-role/AWSBackupServiceRolePolicyForRestores"] =
            ["backup:*", "dynamodb:*", "ec2:*", "elasticfilesystem:*", "fsx:*", "kms:*", "rds:*", "redshift:*"],
        ["AWSBackupServiceRolePolicyForS3Backup"] = ["cloudwatch:GetMetricData", "events:*", "kms:Decrypt", "kms:DescribeKey", "s3:*", "backup:TagResource"],
        ["AWSBackupServiceRolePolicyForS3Restore"] = ["kms:*", "s3:*"],
        ["service-role/AWSLambdaBasicExecutionRole"] = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        ["service-role/AWSMSKReplicatorExecutionRole"] =
        [
            "kafka-cluster:Connect", "kafka-cluster:Describe*", "kafka-cluster:AlterCluster", "kafka-cluster:*Topic", "kafka-cluster:ReadData",
            "kafka-cluster:WriteData*", "kafka-cluster:AlterGroup", "kafka-cluster:AlterTopicDynamicConfiguration",
        ],
        ["service-role/AWSLambdaVPCAccessExecutionRole"] = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "ec2:*NetworkInterface*"],
    };

    /// <summary>Null for a policy that is not in the table.</summary>
    public static PolicyStatement? Find(string? arn) =>
        arn is not null && arn.StartsWith(Prefix, StringComparison.Ordinal) && Actions.TryGetValue(arn[Prefix.Length..], out var actions)
            ? PolicyStatement.Allow(actions)
            : null;
}
