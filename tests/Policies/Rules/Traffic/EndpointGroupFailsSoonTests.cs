using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class EndpointGroupFailsSoonTests
{
    private static readonly EndpointGroupFailsSoon Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "healthCheckIntervalSeconds": 10, "thresholdCount": 9 }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "healthCheckIntervalSeconds": 10, "thresholdCount": 10 }""", "a failed endpoint is detected after 100 s, at most 90 s allowed")]
    [InlineData("""{ "thresholdCount": 4 }""", "a failed endpoint is detected after 120 s, at most 90 s allowed")]
    [InlineData("""{ "healthCheckIntervalSeconds": 20 }""", "healthCheckIntervalSeconds is 20, 10 or 30 allowed")]
    [InlineData("""{ "healthCheckProtocol": "HTTP" }""",
        "healthCheckPath is not set, so the health check requests /, which may succeed while the service fails")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"group: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "thresholdCount": "?" }""", "thresholdCount")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"group: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:globalaccelerator/endpointGroup:EndpointGroup", "group", inputs);
}
