using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemIsInAllZonesTests
{
    private static readonly FileSystemIsInAllZones Rule = new();

    [Theory]
    [InlineData("aws:efs/fileSystem:FileSystem", """{}""")]
    [InlineData("aws:efs/replicationConfiguration:ReplicationConfiguration", """{ "destination": { "region": "eu-central-1" } }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:efs/fileSystem:FileSystem", """{ "availabilityZoneName": "eu-west-1a" }""", "its files are only in zone eu-west-1a")]
    [InlineData(
        "aws:efs/replicationConfiguration:ReplicationConfiguration", """{ "destination": { "availabilityZoneName": "eu-central-1a" } }""",
        "its files are only in zone eu-central-1a")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
