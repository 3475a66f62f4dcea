using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class StreamRetentionIsLongTests
{
    private static readonly StreamRetentionIsLong Rule = new();

    [Theory]
    [InlineData("""{ "retentionPeriod": 168 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "retentionPeriod": 167 }""", "retentionPeriod is 167 hours, 168 needed")]
    [InlineData("{}", "retentionPeriod is 24 hours, 168 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"clicks: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "retentionPeriod": "?" }""", "retentionPeriod")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"clicks: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:kinesis/stream:Stream", "clicks", inputs);
}
