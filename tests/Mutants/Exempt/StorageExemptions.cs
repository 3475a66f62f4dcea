namespace DrInfra.Tests.Mutants.Exempt;

internal static class StorageExemptions
{
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

    public static IReadOnlyList<Exemption> All { get; } =
    [
        new($"{Lifecycle} (deleted)", "without a lifecycle nothing is ever deleted, which costs money only"),
        new($"{Lifecycle} rules", "without a lifecycle nothing is ever deleted, which costs money only"),
        new($"{Lifecycle} rules[]", "without the rule its objects are kept, which costs money only"),
        new($"{Lifecycle} rules[].abortIncompleteMultipartUpload*", "an upload that was never finished is no data"),
        new($"{Lifecycle} rules[].expiration", "without an expiry the objects are kept; what a wrong one deletes is caught with the bucket's content"),
        new($"{Lifecycle} rules[].expiration.days", "how long access logs and reports are kept is no matter of recovery; an expiry of data or code is caught"),
        new($"{Lifecycle} rules[].filter", "only where it narrows an expiry of old versions, which has its own bound; an expiry of data or code is caught"),
        new($"{Lifecycle} rules[].filter.prefix", "another prefix keeps what the old one deleted; one that takes data or code is caught"),
        new($"{Lifecycle} rules[].id", "a name for people"),
        new($"{Lifecycle} rules[].noncurrentVersionExpiration", "without an expiry old versions are kept, which costs money only"),
        new($"{Lifecycle} rules[].status", "a rule that is off deletes nothing"),
        new($"{Replication} rules[].id", "a name for people"),
        new($"{Replication} rules[].priority", "one rule needs no order; two of the same priority are caught"),
        new($"{Encryption} (deleted)", "without it the service encrypts with AES256, as the operations bucket asks; a data bucket without its customer key is caught"),
        new($"{Encryption} rules[].bucketKeyEnabled", "a bucket key saves requests to KMS, which is cost only"),
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls (deleted)", "the service's default for new buckets is what it asks for"),
        new("aws:s3/bucketObjectv2:BucketObjectv2 contentType", "functions and canaries read their code whatever its content type is"),
        new("aws:s3/bucketObjectv2:BucketObjectv2 serverSideEncryption", "an object that asks for none is encrypted as its bucket says"),
        new("aws:kms/key:Key description", "a text for people"),
        new("aws:kms/replicaKey:ReplicaKey description", "a text for people"),
        new("aws:kms/alias:Alias name", "an alias that a policy names is caught; the others are names for people"),
        new("aws:secretsmanager/secret:Secret description", "a text for people"),
        new("aws:secretsmanager/secret:Secret name", "a name that a policy reads the secret by is caught; the others are looked up by ARN"),
        new("aws:ssm/parameter:Parameter description", "a text for people"),
    ];
}
