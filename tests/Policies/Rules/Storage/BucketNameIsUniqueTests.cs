using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class BucketNameIsUniqueTests
{
    private static readonly BucketNameIsUnique Rule = new();

    [Theory]
    [InlineData("a", "b", 0)]
    [InlineData("a", "a", 2)]
    public void SameName_IsAViolation(string first, string second, int violations) => Assert.Equal(violations, new TestGraph()
        .Add("aws:s3/bucket:Bucket", "a", $$"""{ "bucket": "{{first}}" }""")
        .Violations(Rule, null, new TestGraph("dr").Add("aws:s3/bucket:Bucket", "b", $$"""{ "bucket": "{{second}}" }""", "eu-central-1")).Length);

    [Fact]
    public void UnknownNames_AreCompliant() => Assert.Empty(new TestGraph().Add("aws:s3/bucket:Bucket", "a").Add("aws:s3/bucket:Bucket", "b").Violations(Rule));
}
