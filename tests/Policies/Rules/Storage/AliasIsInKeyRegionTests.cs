using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class AliasIsInKeyRegionTests
{
    private static readonly AliasIsInKeyRegion Rule = new();

    [Theory]
    [InlineData("eu-west-1", "alias/orders")]
    [InlineData("eu-central-1", "alias/orders", "alias: the alias is in eu-central-1, its key in eu-west-1")]
    [InlineData("eu-west-1", "orders", "alias: orders is not a valid alias name")]
    [InlineData("eu-west-1", "alias/aws/orders", "alias: alias/aws/orders is not a valid alias name")]
    public void RegionAndName_AreJudged(string region, string name, params string[] violations) => Assert.Equal(
        violations, Graph($$"""{ "name": "{{name}}", "targetKeyId": "arn:aws:kms:eu-west-1:123456789012:key/k" }""", region).Violations(Rule));

    [Fact]
    public void NoKey_IsAViolation() => Assert.Equal(["alias: the alias has no key"], Graph("{}", "eu-west-1").Violations(Rule));

    [Fact]
    public void KeyThatCannotBeTold_IsReportedAsUnknown() =>
        Assert.Equal(["alias: targetKeyId"], Graph("""{ "targetKeyId": "elsewhere" }""", "eu-west-1").Unknown(Rule));

    private static TestGraph Graph(string inputs, string region) => new TestGraph().Add("aws:kms/alias:Alias", "alias", inputs, region);
}
