using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.S3;

/// <summary>How a bucket encrypts objects for which the writer asks for nothing else.</summary>
/// <param name="Owner">The resource that says so.</param>
/// <param name="Stated">The algorithm; absent where the program leaves it to the service, which takes its own key (AES256).</param>
/// <param name="Key">The customer's key; absent where the service's key for the account is used.</param>
internal readonly record struct BucketEncryption(Node Owner, Prop Stated, Prop Key, bool IsUnknown)
{
    public string Algorithm => Stated.Text ?? "AES256";

    public bool UsesKms => Algorithm.StartsWith("aws:kms", StringComparison.Ordinal);

    public string Path => Stated.Path.Length > 0 ? Stated.Path : "serverSideEncryptionConfiguration";

    public static BucketEncryption Of(Estate estate, Node bucket)
    {
        var parts = BucketParts.Of(estate);
        foreach (var config in parts[bucket, BucketPart.Encryption])
        {
            return Read(config, config["rules"]);
        }

        var inline = bucket.Input("serverSideEncryptionConfiguration").IsAbsent
            ? bucket.Input("serverSideEncryptionConfigurations")
            : bucket.Input("serverSideEncryptionConfiguration");
        var encryption = Read(bucket, inline["rule"].IsAbsent ? inline["rules"] : inline["rule"]);
        return encryption with { IsUnknown = encryption.IsUnknown || parts.Homeless(bucket, BucketPart.Encryption) is not null };
    }

    /// <summary>The customer's key of a bucket; null where it has none, or one that is not in the graphs.</summary>
    public static Node? KeyOf(Estate estate, Node bucket) =>
        Of(estate, bucket) is { Key.IsAbsent: false } encryption ? Keys.Follow(estate, encryption.Owner, encryption.Key).Target : null;

    private static BucketEncryption Read(Node owner, Prop rules)
    {
        var byDefault = rules["applyServerSideEncryptionByDefault"];
        var algorithm = byDefault["sseAlgorithm"];
        return new BucketEncryption(owner, algorithm, byDefault["kmsMasterKeyId"], algorithm.IsUnknown);
    }
}
