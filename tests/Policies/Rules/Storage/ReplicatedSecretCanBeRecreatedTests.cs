using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicatedSecretCanBeRecreatedTests
{
    private static readonly ReplicatedSecretCanBeRecreated Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-central-1\" }], \"forceOverwriteReplicaSecret\": true }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-central-1\" }] }", "an existing replica is not overwritten: forceOverwriteReplicaSecret is off")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["secret: " + message], Graph(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["secret: forceOverwriteReplicaSecret"],
            Graph("{ \"replicas\": [{ \"region\": \"eu-central-1\" }], \"forceOverwriteReplicaSecret\": \"?\" }").Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:secretsmanager/secret:Secret", "secret", inputs);
}
