using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class StreamConsumersKeepTheirPlaceTests
{
    private static readonly StreamConsumersKeepTheirPlace Rule = new();

    [Theory]
    [InlineData("{}")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enforceConsumerDeletion": true }""", "its consumers are deleted with it: enforceConsumerDeletion is on")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"clicks: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enforceConsumerDeletion": "?" }""", "enforceConsumerDeletion")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"clicks: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kinesis/stream:Stream", "clicks", inputs);
}
