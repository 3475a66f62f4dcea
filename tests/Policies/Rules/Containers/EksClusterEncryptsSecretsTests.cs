using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class EksClusterEncryptsSecretsTests
{
    private static readonly EksClusterEncryptsSecrets Rule = new();

    [Theory]
    [InlineData("""{ "encryptionConfig": { "resources": ["secrets"], "provider": { "keyArn": "?" } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "secrets are not encrypted with a KMS key: encryptionConfig is not set")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"main: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionConfig": "?" }""", "encryptionConfig")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"main: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:eks/cluster:Cluster", "main", inputs);
}
