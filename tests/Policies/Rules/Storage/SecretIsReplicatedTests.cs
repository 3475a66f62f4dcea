using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class SecretIsReplicatedTests
{
    private static readonly SecretIsReplicated Rule = new();

    [Theory]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-central-1\" }] }")]
    [InlineData("{ \"tags\": { \"dr:workload\": \"shared\" } }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "the secret is in eu-west-1 only")]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-west-1\" }] }", "the secret is replicated within its own Region: eu-west-1")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["secret: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["secret: replicas[0].region"], Graph("{ \"replicas\": [{ \"region\": \"?\" }] }").Unknown(Rule));

    [Fact]
    public void SecretOfTheSameNameInTheOtherStack_IsCompliant() => Assert.Empty(Graph("""{ "name": "a" }""")
        .Violations(Rule, null, new TestGraph("dr").Add("aws:secretsmanager/secret:Secret", "secret", """{ "name": "a" }""", "eu-central-1")));

    [Fact]
    public void OwnStackAlone_IsReportedAsUnknown() => Assert.Equal(["secret: replicas"], Graph("""{ "tags": { "dr:workload": "orders" } }""").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:secretsmanager/secret:Secret", "secret", inputs);
}
