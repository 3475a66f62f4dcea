using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class VolumeTakesFinalSnapshotTests
{
    private static readonly VolumeTakesFinalSnapshot Rule = new();

    [Theory]
    [InlineData("""{ "finalSnapshot": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{}""", "a deletion leaves no snapshot")]
    [InlineData("""{ "finalSnapshot": false }""", "a deletion leaves no snapshot")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "finalSnapshot": "?" }""", "finalSnapshot")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:ebs/volume:Volume", "data", inputs);
}
