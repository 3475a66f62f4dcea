using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class GlobalMemberIgnoresItsRoleTests
{
    private static readonly GlobalMemberIgnoresItsRole Rule = new();

    [Theory]
    [InlineData("globalClusterIdentifier", "replicationSourceIdentifier")]
    [InlineData("*", "port")]
    public void RoleIgnored_IsCompliant(string one, string other) => Assert.Empty(Graph(Member, one, other).Violations(Rule));

    [Theory]
    [InlineData("globalClusterIdentifier", "replicationSourceIdentifier")]
    [InlineData("replicationSourceIdentifier", "globalClusterIdentifier")]
    public void OneOfTwoIgnored_IsAViolation(string ignored, string missing) => Assert.Equal(
        [$"data: a failover changes {missing}, and the next update would revert it: it is not in ignoreChanges"], Graph(Member, ignored).Violations(Rule));

    [Fact]
    public void OutsideOfGlobalDatabases_IsNotJudged() => Assert.Empty(Graph("{}").Violations(Rule));

    private const string Member = """{ "globalClusterIdentifier": "g" }""";

    private static TestGraph Graph(string inputs, params string[] ignored) => new TestGraph().Add(
        "aws:rds/cluster:Cluster", "data", inputs, options: options => options["ignoreChanges"] = new JsonArray([.. ignored.Select(name => (JsonNode)name)]));
}
