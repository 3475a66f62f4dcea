using System.Collections.Immutable;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Operations;

public class OperationsBucketTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Policy = "aws:s3/bucketPolicy:BucketPolicy";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    [Fact]
    public async Task Bucket_IsDeclaredWithAllItsParts() => Assert.Equal(
        new Dictionary<string, int>
        {
            ["Bucket"] = 1, ["BucketVersioning"] = 1, ["BucketServerSideEncryptionConfiguration"] = 1, ["BucketPublicAccessBlock"] = 1,
            ["BucketOwnershipControls"] = 1, ["BucketPolicy"] = 1, ["BucketLifecycleConfiguration"] = 1,
        },
        (await DeclareAsync()).Counts);

    [Fact]
    public async Task Bucket_IsNamedAfterItsRegionAndProtected()
    {
        var bucket = (await DeclareAsync()).Single(Bucket);

        Assert.Equal("drinfra-main-shared-operations-eu-west-1-123456789012", bucket["bucket"]);
        Assert.Equal(false, bucket["forceDestroy"]);
        Assert.Equal("shared", bucket["tags.dr:workload"]);
        Assert.Equal("eu-west-1", bucket["tags.dr:region"]);
        Assert.True(bucket.Options.Protect);
        Assert.True(bucket.Options.RetainOnDelete);
    }

    [Fact]
    public async Task Bucket_IsClosedVersionedOwnedAndEncryptedWithKeysOfS3()
    {
        var declared = await DeclareAsync();

        Assert.All(
            new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" },
            property => Assert.Equal(true, declared.Single("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock")[property]));
        Assert.Equal("Enabled", declared.Single("aws:s3/bucketVersioning:BucketVersioning")["versioningConfiguration.status"]);
        Assert.Equal("BucketOwnerEnforced", declared.Single("aws:s3/bucketOwnershipControls:BucketOwnershipControls")["rule.objectOwnership"]);
        Assert.Equal(
            "AES256",
            declared.Single("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")[
                "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm"]);
    }

    [Fact]
    public async Task Policy_RefusesPlainHttpAndLetsNobodyIn() => Assert.Equal(["DenyPlainHttp"], Statements((await DeclareAsync()).Single(Policy)).Keys);

    [Fact]
    public async Task Policy_TakesTheStatementsOfOtherServices()
    {
        var report = new Statement
        {
            Sid = "ReportsAreWritten",
            Principal = new() { ["AWS"] = ["arn:aws:iam::123456789012:role/reports"] },
            Action = ["s3:PutObject"],
            Resource = ["arn:aws:s3:::some/reports/*"],
        };

        Assert.Contains("ReportsAreWritten", Statements((await DeclareAsync(report)).Single(Policy)).Keys);
    }

    [Fact]
    public async Task Lifecycle_ExpiresWhatServicesWriteAndNeverTheCode()
    {
        var rules = ((ImmutableArray<object>)(await DeclareAsync()).Single(Lifecycle)["rules"]!).Cast<ImmutableDictionary<string, object>>().ToArray();

        var expiring = rules.Where(rule => rule.ContainsKey("expiration")).ToArray();
        Assert.Equal(["canaries/", "reports/"], expiring.Select(rule => ((ImmutableDictionary<string, object>)rule["filter"])["prefix"]));
        Assert.All(expiring, rule => Assert.Equal(400.0, ((ImmutableDictionary<string, object>)rule["expiration"])["days"]));
        var old = Assert.Single(rules, rule => rule.ContainsKey("noncurrentVersionExpiration"));
        Assert.Equal(30.0, ((ImmutableDictionary<string, object>)old["noncurrentVersionExpiration"])["noncurrentDays"]);
    }

    private static Task<Declarations> DeclareAsync(params Statement[] more) => Declarations.OfAsync(() =>
        _ = new OperationsBucket(
            "operations",
            new OperationsBucketArgs(new RegionContext(Configurations.PrimarySettings(), StackRole.Primary)) { MoreStatements = more }));
}
