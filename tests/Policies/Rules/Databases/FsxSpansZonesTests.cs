using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FsxSpansZonesTests
{
    private static readonly FsxSpansZones Rule = new();

    [Theory]
    [InlineData("""{ "deploymentType": "MULTI_AZ_1" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "deploymentType": "SINGLE_AZ_2" }""", "deploymentType is SINGLE_AZ_2: it is in one zone")]
    [InlineData("{}", "deploymentType is SINGLE_AZ_1: it is in one zone")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"share: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "deploymentType": "?" }""", "deploymentType")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"share: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:fsx/windowsFileSystem:WindowsFileSystem", "share", inputs);
}
