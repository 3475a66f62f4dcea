using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class LifecycleCopiesAreEncryptedTests
{
    private static readonly LifecycleCopiesAreEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "policyDetails": { "schedules": [{ "crossRegionCopyRules": [{ "target": "eu-central-1", "encrypted": true }] }] } }""")]
    [InlineData("""{ "policyDetails": {} }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "policyDetails": { "schedules": [{ "crossRegionCopyRules": [{ "target": "eu-central-1", "encrypted": false }] }] } }""",
        "its copies in eu-central-1 are not encrypted")]
    [InlineData(
        """{ "policyDetails": { "schedules": [{ "crossRegionCopyRules": [{ "target": "eu-west-1", "encrypted": true }] }] } }""",
        "it copies to eu-west-1, its own Region")]
    [InlineData(
        """{ "policyDetails": { "schedules": [{ "crossRegionCopyRules": [{ "target": "eu-central-1", "encrypted": true }] }] }, "state": "DISABLED" }""",
        "it is off: state is DISABLED")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"daily: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "policyDetails": { "schedules": [{ "crossRegionCopyRules": [{ "target": "eu-central-1", "encrypted": "?" }] }] } }""",
        "policyDetails.schedules[0].crossRegionCopyRules[0].encrypted")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"daily: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dlm/lifecyclePolicy:LifecyclePolicy", "daily", inputs);
}
