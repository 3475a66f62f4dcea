using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueIsEncryptedTests
{
    private static readonly QueueIsEncrypted Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "kmsMasterKeyId": "?", "sqsManagedSseEnabled": false }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "sqsManagedSseEnabled": false }""", "its messages are not encrypted")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"work: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "sqsManagedSseEnabled": "?" }""", "sqsManagedSseEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"work: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:sqs/queue:Queue", "work", inputs);
}
