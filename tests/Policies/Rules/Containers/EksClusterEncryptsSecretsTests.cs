using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class EksClusterEncryptsSecretsTests
{
    private static readonly EksClusterEncryptsSecrets Rule = new();

    [Theory]
    [InlineData("""{ "encryptionConfig": { "resources": ["secrets"], "provider": { "keyArn": "?" } }, "enabledClusterLogTypes": ["audit"] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enabledClusterLogTypes": ["audit"] }""", "secrets are not encrypted with a KMS key: encryptionConfig is not set")]
    [InlineData(
        """{ "encryptionConfig": { "resources": ["secrets"], "provider": { "keyArn": "k" } }, "enabledClusterLogTypes": ["api"] }""",
        "the audit log is off: enabledClusterLogTypes lacks audit")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"main: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionConfig": "?", "enabledClusterLogTypes": ["audit"] }""", "encryptionConfig")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"main: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:eks/cluster:Cluster", "main", inputs);
}
