using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class PolicyNamesExistingAliasTests
{
    private static readonly PolicyNamesExistingAlias Rule = new();

    [Fact]
    public void AliasOfThatRegion_IsCompliant() => Assert.Empty(Graph("alias/orders-*", "eu-west-1").Violations(Rule, null, new TestGraph("dr")));

    [Theory]
    [InlineData("alias/other", "eu-west-1", "policy: no alias in eu-west-1 is named alias/other")]
    [InlineData("alias/orders-data", "eu-central-1", "policy: no alias in eu-central-1 is named alias/orders-data")]
    public void NoSuchAlias_IsAViolation(string alias, string region, string message) =>
        Assert.Equal([message], Graph(alias, region).Violations(Rule, null, new TestGraph("dr")));

    [Fact]
    public void AliasThatTheOtherStackMayHave_IsReportedAsUnknown() => Assert.Equal(["policy: policy"], Graph("alias/other", "eu-west-1").Unknown(Rule));

    private static TestGraph Graph(string alias, string region) => new TestGraph()
        .Add("aws:kms/alias:Alias", "alias", """{ "name": "alias/orders-data" }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "policy", $$"""
            { "policy": { "Statement": [{ "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:{{region}}:123456789012:key/*",
              "Condition": { "ForAnyValue:StringLike": { "kms:ResourceAliases": "{{alias}}" } } }] } }
            """);
}
