using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class StoredDataIsProtectedTests
{
    private static readonly StoredDataIsProtected Rule = new();

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", true, 0)]
    [InlineData("aws:s3/bucket:Bucket", false, 1)]
    [InlineData("aws:kms/key:Key", false, 1)]
    [InlineData("aws:secretsmanager/secret:Secret", false, 1)]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", false, 1)]
    [InlineData("random:index/randomPassword:RandomPassword", false, 1)]
    public void Protection_Decides(string type, bool isProtected, int violations) => Assert.Equal(
        violations, new TestGraph().Add(type, "data", options: resource => resource["protect"] = isProtected).Violations(Rule).Length);

    [Fact]
    public void Logs_NeedNone() => Assert.Empty(new TestGraph().Add("aws:s3/bucket:Bucket", "logs").Violations(Rule));
}
