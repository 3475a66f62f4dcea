using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketSettingHasOneOwnerTests
{
    private static readonly BucketSettingHasOneOwner Rule = new();

    private const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    [Fact]
    public void OneResourcePerSetting_IsCompliant() => Assert.Empty(Graph("""{ "bucket": "b" }""").Violations(Rule));

    [Fact]
    public void TwoResources_AreAViolation() => Assert.Equal(
        ["second: data also has this setting from first"], Graph("""{ "bucket": "b" }""").Add(Versioning, "second", """{ "bucket": "b" }""").Violations(Rule));

    [Fact]
    public void BlockAndResource_AreAViolation() => Assert.Equal(
        ["first: data also has this setting in its own block"], Graph("""{ "bucket": "b", "versioning": { "enabled": true } }""").Violations(Rule));

    private static TestGraph Graph(string bucket) =>
        new TestGraph().Add("aws:s3/bucket:Bucket", "data", bucket).Add(Versioning, "first", """{ "bucket": "b" }""");
}
