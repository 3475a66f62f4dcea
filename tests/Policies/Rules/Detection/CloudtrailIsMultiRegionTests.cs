using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class CloudtrailIsMultiRegionTests
{
    private static readonly CloudtrailIsMultiRegion Rule = new();

    [Theory]
    [InlineData("""{ "isMultiRegionTrail": true, "enableLogFileValidation": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "enableLogFileValidation": true }""", "it records only its own Region")]
    [InlineData("""{ "isMultiRegionTrail": true }""", "log file validation is off")]
    [InlineData("""{ "isMultiRegionTrail": true, "enableLogFileValidation": true, "enableLogging": false }""", "logging is disabled")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"audit: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "isMultiRegionTrail": "?", "enableLogFileValidation": true }""", "isMultiRegionTrail")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"audit: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:cloudtrail/trail:Trail", "audit", inputs);
}
