using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class KeyPolicyNamesItsServicesTests
{
    private static readonly KeyPolicyNamesItsServices Rule = new();

    private const string Allowed = """{ "policy": { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.eu-west-1.amazonaws.com" }, "Action": "kms:*", "Resource": "*" }] } }""";

    [Fact]
    public void PolicyThatNamesLogs_IsCompliant() => Assert.Empty(Graph(Allowed).Violations(Rule));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "policy": "{}" }""")]
    public void PolicyThatDoesNot_IsAViolation(string key) => Assert.Equal(
        ["key: logs.eu-west-1.amazonaws.com must use the key, but the key's policy does not let it"], Graph(key).Violations(Rule));

    [Fact]
    public void LogsOfAnotherRegion_AreAViolation() => Assert.Single(Graph(Allowed.Replace("eu-west-1", "eu-central-1", StringComparison.Ordinal)).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["key: policy"], Graph("""{ "policy": "?" }""").Unknown(Rule));

    [Fact]
    public void KeyWithoutLogs_IsNotApplicable() => Assert.Empty(new TestGraph().Add("aws:kms/key:Key", "key").Violations(Rule));

    private static TestGraph Graph(string key) => new TestGraph()
        .Add("aws:kms/key:Key", "key", key, id: "k")
        .Add("aws:cloudwatch/logGroup:LogGroup", "logs", """{ "kmsKeyId": "arn:aws:kms:eu-west-1:123456789012:key/k" }""");
}
