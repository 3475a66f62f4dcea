using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using Pulumi;

namespace DrInfra.Tests.Infra.Data;

public class ReplicatedBucketTests
{
    private const string Replication = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string Lock = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

    [Fact]
    public async Task Bucket_IsDeclaredTwiceWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Bucket"] = 2, ["BucketVersioning"] = 2, ["BucketServerSideEncryptionConfiguration"] = 2, ["BucketPublicAccessBlock"] = 2,
            ["BucketOwnershipControls"] = 2, ["BucketPolicy"] = 2, ["BucketLifecycleConfiguration"] = 2, ["Role"] = 2, ["RolePolicy"] = 2,
            ["BucketReplicationConfig"] = 2,
        },
        (await DeclareAsync()).Counts);

    // Gotchas 19, 23 and 69: a rule in each direction, into the other Region, after both buckets are versioned.
    [Fact]
    public async Task Gotchas19And23And69_RulesGoBothWaysIntoTheOtherRegion()
    {
        var declared = await DeclareAsync();

        var there = declared.Named("lake-raw-replication-eu-west-1");
        var back = declared.Named("lake-raw-replication-eu-central-1");
        Assert.Equal("lake-raw-bucket-eu-west-1-id", there["bucket"]);
        Assert.Equal("arn:lake-raw-bucket-eu-central-1", there["rules[0].destination.bucket"]);
        Assert.Equal("lake-raw-bucket-eu-central-1-id", back["bucket"]);
        Assert.Equal("arn:lake-raw-bucket-eu-west-1", back["rules[0].destination.bucket"]);
        Assert.Contains("::aws-eu-west-1::", there.Provider, StringComparison.Ordinal);
        Assert.Contains("::aws-eu-central-1::", back.Provider, StringComparison.Ordinal);
        Assert.All([there, back], rule => Assert.Equal("Enabled", rule["rules[0].sourceSelectionCriteria.replicaModifications.status"]));
        Assert.Equal(
            ["Enabled", "Enabled"], declared.Of("aws:s3/bucketVersioning:BucketVersioning").Select(versioning => versioning["versioningConfiguration.status"]));
    }

    // Gotcha 20: S3 refuses the block for objects that are there already; they take a batch job.
    [Fact]
    public async Task Gotcha20_RuleHasNoBlockForExistingObjects() => Assert.All(
        (await DeclareAsync()).Of(Replication), rule => Assert.Null(rule["rules[0].existingObjectReplication"]));

    // Gotcha 21: the second version of a rule, with the choice on delete markers made.
    [Fact]
    public async Task Gotcha21_ChoiceOnDeleteMarkersIsExplicit() => Assert.All((await DeclareAsync()).Of(Replication), rule =>
    {
        Assert.NotNull(rule["rules[0].filter"]);
        Assert.Equal("Enabled", rule["rules[0].deleteMarkerReplication.status"]);
        Assert.Null(rule["rules[0].prefix"]);
    });

    // Gotcha 22: encrypted objects need the choice, the key of the destination and both grants.
    [Fact]
    public async Task Gotcha22_EncryptedObjectsHaveAllFourParts()
    {
        var declared = await DeclareAsync();

        var rule = declared.Named("lake-raw-replication-eu-west-1");
        Assert.Equal("Enabled", rule["rules[0].sourceSelectionCriteria.sseKmsEncryptedObjects.status"]);
        Assert.Equal("arn:standby-key", rule["rules[0].destination.encryptionConfiguration.replicaKmsKeyId"]);
        var policy = (string)declared.Named("lake-raw-replication-policy-eu-west-1")["policy"]!;
        Assert.Contains(
            """
            ["kms:Decrypt"],"Resource":["arn:aws:kms:eu-west-1:123456789012:key/*"],
            "Condition":{"ForAnyValue:StringEquals":{"kms:ResourceAliases":["alias/drinfra-main-lake-data-eu-west-1"]},
              "StringEquals":{"kms:ViaService":["s3.eu-west-1.amazonaws.com"]}}
            """.OneLine(),
            policy, StringComparison.Ordinal);
        Assert.Contains(
            """["kms:Encrypt","kms:GenerateDataKey"],"Resource":["arn:aws:kms:eu-central-1:123456789012:key/*"]""", policy, StringComparison.Ordinal);
        Assert.Contains("\"arn:aws:s3:::drinfra-main-lake-raw-eu-central-1-123456789012/*\"", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Resource\":[\"*\"]", policy, StringComparison.Ordinal);
    }

    // Gotcha 24: bucket names are the world's, so account and Region are in them.
    [Fact]
    public async Task Gotcha24_NamesAreUniqueInTheWorld() => Assert.Equal(
        ["drinfra-main-lake-raw-eu-central-1-123456789012", "drinfra-main-lake-raw-eu-west-1-123456789012"],
        (await DeclareAsync()).Of("aws:s3/bucket:Bucket").Select(bucket => bucket["bucket"]));

    [Theory]
    [InlineData(1, "Enabled", 15.0)]
    [InlineData(2, null, null)]
    public async Task TimeControl_IsThereWhereTheTierNeedsABound(int workload, string? status, double? minutes) =>
        Assert.All((await DeclareAsync(workload)).Of(Replication), rule =>
        {
            Assert.Equal(status, rule["rules[0].destination.replicationTime.status"]);
            Assert.Equal(minutes, rule["rules[0].destination.replicationTime.time.minutes"]);
            Assert.Equal("Enabled", rule["rules[0].destination.metrics.status"]);
        });

    [Fact]
    public async Task Bucket_IsClosedToThePublicAndToPlainHttp()
    {
        var declared = await DeclareAsync();

        Assert.All(declared.Of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"), block => Assert.All(
            new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" },
            property => Assert.Equal(true, block[property])));
        Assert.All(declared.Of("aws:s3/bucketPolicy:BucketPolicy"), policy => Assert.Contains(
            "\"Effect\":\"Deny\"", (string)policy["policy"]!, StringComparison.Ordinal));
        Assert.All(declared.Of("aws:s3/bucket:Bucket"), bucket =>
        {
            Assert.Equal(false, bucket["forceDestroy"]);
            Assert.True(bucket.Options.Protect);
            Assert.True(bucket.Options.RetainOnDelete);
        });
    }

    [Fact]
    public async Task OldVersions_AreKeptWhileCorruptionMayBeUnnoticed() => Assert.All(
        (await DeclareAsync()).Of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"),
        lifecycle => Assert.Equal(7.0, lifecycle["rules[0].noncurrentVersionExpiration.noncurrentDays"]));

    [Fact]
    public async Task ImmutableTier_LocksBothBuckets()
    {
        var declared = await DeclareAsync(1, ("tiers", """{"business-operational":{"immutableDays":30}}"""), ("acknowledged", """["compliance-lock"]"""));

        Assert.Equal(2, declared.Of(Lock).Count);
        Assert.All(declared.Of(Lock), one =>
        {
            Assert.Equal("COMPLIANCE", one["rule.defaultRetention.mode"]);
            Assert.Equal(30.0, one["rule.defaultRetention.days"]);
        });
        Assert.All(declared.Of("aws:s3/bucket:Bucket"), bucket => Assert.Equal(true, bucket["objectLockEnabled"]));
        Assert.Contains("s3:GetObjectRetention", (string)declared.Named("lake-raw-replication-policy-eu-west-1")["policy"]!, StringComparison.Ordinal);
    }

    private static Task<Declarations> DeclareAsync(int workload = 1, params (string Key, string? Value)[] changes) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings(changes);
        _ = new ReplicatedBucket("bucket", new ReplicatedBucketArgs(
            new RegionContext(settings, StackRole.Primary),
            new RegionContext(settings, StackRole.Standby),
            settings.Workloads[workload],
            settings.Workloads[workload].Buckets.First(),
            Output.Create("arn:the-key"),
            Output.Create("arn:standby-key")));
    });
}
