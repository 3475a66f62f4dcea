namespace DrInfra.Tests.Mutants.Exempt;

internal static class StorageExemptions
{
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("aws:kms/key:Key description", "a text for people"),
        new("aws:kms/replicaKey:ReplicaKey description", "a text for people"),
        new("aws:datasync/locationObjectStorage:LocationObjectStorage accessKey", "a secret: a run that it does not open fails, which is watched"),
        new("aws:datasync/locationObjectStorage:LocationObjectStorage secretKey", "a secret: a run that it does not open fails, which is watched"),
        new("aws:cloudwatch/logResourcePolicy:LogResourcePolicy (deleted)", "runs and their failures are watched by alarm and events; a log tells why"),
        new("aws:secretsmanager/secret:Secret description", "a text for people"),
        new("aws:secretsmanager/secret:Secret name", "a name that a policy reads the secret by is caught; the others are looked up by ARN"),
        new("aws:ssm/parameter:Parameter description", "a text for people"),
    ];
}
