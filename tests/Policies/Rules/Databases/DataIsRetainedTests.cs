using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DataIsRetainedTests
{
    private static readonly DataIsRetained Rule = new();

    [Fact]
    public void OneOfTwoRetained_IsAViolation() => Assert.Equal(
        ["second: its data is deleted when it is removed from the program: retainOnDelete is off"], Graph(true).Add("aws:dynamodb/table:Table", "second")
            .Violations(Rule));

    [Fact]
    public void AllRetained_IsCompliant() => Assert.Empty(Graph(true).Violations(Rule));

    [Fact]
    public void NoneRetained_IsNotJudged() => Assert.Empty(Graph(false).Violations(Rule));

    private static TestGraph Graph(bool retained) => new TestGraph().Add(
        "aws:rds/cluster:Cluster", "data", options: options => options["retainOnDelete"] = retained);
}
