using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class StreamIsEncryptedTests
{
    private static readonly StreamIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "encryptionType": "KMS" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "encryptionType is NONE, KMS needed")]
    [InlineData("""{ "encryptionType": "NONE" }""", "encryptionType is NONE, KMS needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"clicks: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encryptionType": "?" }""", "encryptionType")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"clicks: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kinesis/stream:Stream", "clicks", inputs);
}
