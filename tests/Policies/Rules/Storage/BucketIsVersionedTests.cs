using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketIsVersionedTests
{
    private static readonly BucketIsVersioned Rule = new();

    private const string Bucket = "aws:s3/bucket:Bucket";

    [Theory]
    [InlineData(Bucket, """{ "versioning": { "enabled": true } }""")]
    [InlineData("aws:s3/bucketV2:BucketV2", """{ "versionings": [{ "enabled": true }] }""")]
    [InlineData(Bucket, """{ "objectLockEnabled": true }""")]
    public void VersionsByTheBucketItself_AreCompliant(string type, string inputs) => Assert.Empty(new TestGraph().Add(type, "a", inputs).Violations(Rule));

    [Theory]
    [InlineData("Enabled")]
    [InlineData("Suspended", "a: versioning is Suspended, Enabled needed")]
    [InlineData("Disabled", "a: versioning is Disabled, Enabled needed")]
    public void VersionsBesideTheBucket_AreJudgedByTheirStatus(string status, params string[] violations) =>
        Assert.Equal(violations, Beside($$"""{ "bucket": "b", "versioningConfiguration": { "status": "{{status}}" } }""").Violations(Rule));

    [Theory]
    [InlineData("{}", "a: noncurrent versions are not retained: versioning is not declared")]
    [InlineData("""{ "versioning": { "enabled": false } }""", "a: versioning is off, Enabled needed")]
    public void NoVersions_IsAViolation(string inputs, string message) => Assert.Equal([message], new TestGraph().Add(Bucket, "a", inputs).Violations(Rule));

    [Fact]
    public void UnknownBucketOrStatus_IsReportedAsUnknown()
    {
        Assert.Equal(["a: versioningConfiguration.status"], Beside("""{ "bucket": "b", "versioningConfiguration": { "status": "?" } }""").Unknown(Rule));
        Assert.Equal(["a: versioning"], Beside("""{ "bucket": "?", "versioningConfiguration": { "status": "Enabled" } }""").Unknown(Rule));
    }

    [Fact]
    public void UnknownBucketWithADependency_IsFollowed() => Assert.Empty(new TestGraph()
        .Add(Bucket, "a")
        .Add(
            "aws:s3/bucketVersioning:BucketVersioning", "v", """{ "bucket": "?", "versioningConfiguration": { "status": "Enabled" } }""",
            dependencies: ("bucket", Bucket, "a"))
        .Unknown(Rule));

    [Fact]
    public void Logs_AreNotApplicable() => Assert.Empty(new TestGraph().Add(Bucket, "accessLogs").Violations(Rule));

    private static TestGraph Beside(string inputs) => new TestGraph()
        .Add(Bucket, "a", """{ "bucket": "b" }""")
        .Add("aws:s3/bucketVersioning:BucketVersioning", "v", inputs);
}
