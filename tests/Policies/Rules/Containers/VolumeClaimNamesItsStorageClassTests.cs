using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class VolumeClaimNamesItsStorageClassTests
{
    private static readonly VolumeClaimNamesItsStorageClass Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "storageClassName": "gp3" } }""")]
    [InlineData("""{ "spec": { "storageClassName": "?" } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": {} }""", "it uses the cluster's default storage class")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"disk: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:core/v1:PersistentVolumeClaim", "disk", inputs);
}
