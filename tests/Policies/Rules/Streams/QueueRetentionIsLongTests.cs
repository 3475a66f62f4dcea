using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueRetentionIsLongTests
{
    private static readonly QueueRetentionIsLong Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "messageRetentionSeconds": 345600 }""")]
    [InlineData("""{ "redriveAllowPolicy": "{}", "messageRetentionSeconds": 1209600 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "messageRetentionSeconds": 345599 }""", "messageRetentionSeconds is 345599 s, 345600 needed")]
    [InlineData("""{ "redriveAllowPolicy": "{}" }""", "retention of dead letters is 345600 s, 1209600 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"work: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "messageRetentionSeconds": "?" }""", "messageRetentionSeconds")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"work: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:sqs/queue:Queue", "work", inputs);
}
