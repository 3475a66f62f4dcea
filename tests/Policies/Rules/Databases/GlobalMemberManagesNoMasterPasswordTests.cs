using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberManagesNoMasterPasswordTests
{
    private static readonly GlobalMemberManagesNoMasterPassword Rule = new();

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g" }""")]
    [InlineData("""{ "globalClusterIdentifier": "g", "manageMasterUserPassword": false }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g", "manageMasterUserPassword": true }""", "RDS manages the master password")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "g", "manageMasterUserPassword": "?" }""", "manageMasterUserPassword")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "manageMasterUserPassword": true }""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:rds/cluster:Cluster", "data", inputs);
}
