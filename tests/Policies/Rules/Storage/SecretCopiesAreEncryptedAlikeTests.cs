using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class SecretCopiesAreEncryptedAlikeTests
{
    private static readonly SecretCopiesAreEncryptedAlike Rule = new();

    [Theory]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-central-1\" }] }")]
    [InlineData("{ \"kmsKeyId\": \"a\", \"replicas\": [{ \"region\": \"eu-central-1\", \"kmsKeyId\": \"?\" }] }")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{ \"kmsKeyId\": \"a\", \"replicas\": [{ \"region\": \"eu-central-1\" }] }", "1 of 2 copies have no customer key")]
    [InlineData("{ \"replicas\": [{ \"region\": \"eu-central-1\", \"kmsKeyId\": \"b\" }] }", "1 of 2 copies have no customer key")]
    public void Broken_IsAViolation(string inputs, string message) => Assert.Equal(["secret: " + message], Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:secretsmanager/secret:Secret", "secret", inputs);
}
