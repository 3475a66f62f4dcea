using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class MrscTableHasQuorumTests
{
    private static readonly MrscTableHasQuorum Rule = new();

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "globalTableWitness": { "regionName": "eu-west-3" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""")]
    [InlineData(
        """{ "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }, { "regionName": "eu-west-2", "consistencyMode": "STRONG" }] }""")]
    [InlineData("""{ "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "EVENTUAL" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""", "it is in 2 Regions, 3 needed")]
    [InlineData(
        """
        { "globalTableWitness": { "regionName": "eu-west-3" },
          "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }, { "regionName": "eu-west-2", "consistencyMode": "STRONG" }] }
        """,
        "it is in 4 Regions, 3 needed")]
    [InlineData(
        """{ "globalTableWitness": { "regionName": "eu-central-1" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""",
        "it is in 2 Regions, 3 needed")]
    [InlineData(
        """{ "globalTableWitness": { "regionName": "us-east-1" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""",
        "eu-west-1, us-east-1, eu-central-1 are not of one Region set")]
    [InlineData(
        """{ "globalTableWitness": { "regionName": "eu-west-3" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "EVENTUAL" }] }""",
        "it has a witness, but no strongly consistent replica")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "globalTableWitness": { "regionName": "?" }, "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }""",
        "globalTableWitness.regionName")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "data", inputs);
}
