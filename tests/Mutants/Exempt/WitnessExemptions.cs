namespace DrInfra.Tests.Mutants.Exempt;

/// <summary>
/// Of the witness Region alone: what is noticed in the Regions of the pair because their resources are compared, and has no like there. A place
/// here says nothing of the same place in the pair.
/// </summary>
public static class WitnessExemptions
{
    private const string Canary = "aws:synthetics/canary:Canary";

    private const string Same = "It is the same component as in the pair, where the comparison of the two Regions notices it.";
    private const string Armed = "Nothing rests on the second sign before it is armed; then the trigger's rules and the objective notice it.";

    /// <summary>The places, each with its reason.</summary>
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("aws:kms/alias:Alias name", "Only the topic uses the key, by its ARN."),
        new("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration*", Same),
        new("aws:s3/bucketObjectv2:BucketObjectv2 contentType", "The type of an archive is for browsers."),
        new("aws:s3/bucketObjectv2:BucketObjectv2 serverSideEncryption", "The bucket encrypts by default; the code is in this repository."),
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls*", Same),
        new("aws:s3/bucketPolicy:BucketPolicy bucket", Same),
        new("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock bucket", Same),
        new("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration*", Same),
        new("aws:s3/bucketVersioning:BucketVersioning bucket", Same),
        new("aws:sns/topic:Topic displayName", "It is shown in mails."),
        new("aws:sns/topicPolicy:TopicPolicy (deleted)", Same),
        new($"{Canary} artifactConfig*", Same),
        new($"{Canary} deleteLambda", "What is left behind when it is deleted costs nothing while it does not run."),
        new($"{Canary} fault:probes its own Region", Armed),
        new($"{Canary} runConfig.activeTracing", "Traces are for looking into a fault."),
        new($"{Canary} runConfig.environmentVariables*", Armed),
    ];
}
