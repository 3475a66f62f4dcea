using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class StoredDataIsRetainedAlikeTests
{
    private static readonly StoredDataIsRetainedAlike Rule = new();

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    public void AllOrNone_IsCompliant(bool bucket, bool key, int violations) => Assert.Equal(violations, new TestGraph()
        .Add("aws:s3/bucket:Bucket", "data", options: resource => resource["retainOnDelete"] = bucket)
        .Add("aws:kms/key:Key", "key", options: resource => resource["retainOnDelete"] = key)
        .Violations(Rule).Length);
}
