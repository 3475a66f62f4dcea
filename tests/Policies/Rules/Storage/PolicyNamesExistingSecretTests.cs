using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class PolicyNamesExistingSecretTests
{
    private static readonly PolicyNamesExistingSecret Rule = new();

    [Theory]
    [InlineData("eu-west-1", "orders-??????")]
    [InlineData("eu-central-1", "orders-*")]
    [InlineData("eu-central-1", "other-??????", "policy: no secret in eu-central-1 is named other-??????")]
    [InlineData("eu-north-1", "orders-??????", "policy: no secret in eu-north-1 is named orders-??????")]
    public void NameAndRegion_AreJudged(string region, string name, params string[] violations) =>
        Assert.Equal(violations, Graph(region, name).Violations(Rule, null, new TestGraph("dr")));

    [Fact]
    public void SecretThatTheOtherStackMayHave_IsReportedAsUnknown() => Assert.Equal(["policy: policy"], Graph("eu-north-1", "orders-??????").Unknown(Rule));

    private static TestGraph Graph(string region, string name) => new TestGraph()
        .Add(
            "aws:secretsmanager/secret:Secret", "secret",
            """{ "name": "orders", "replicas": [{ "region": "eu-central-1" }], "tags": { "dr:workload": "orders" } }""")
        .Add("aws:iam/rolePolicy:RolePolicy", "policy", $$"""
            { "policy": { "Statement": [{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
                    "Resource": "arn:aws:secretsmanager:{{region}}:123456789012:secret:{{name}}" }] } }
            """);
}
