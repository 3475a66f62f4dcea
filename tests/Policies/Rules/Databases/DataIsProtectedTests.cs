using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DataIsProtectedTests
{
    private static readonly DataIsProtected Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster")]
    [InlineData("aws:rds/globalCluster:GlobalCluster")]
    [InlineData("aws:dynamodb/table:Table")]
    [InlineData("aws:efs/fileSystem:FileSystem")]
    [InlineData("aws:ebs/volume:Volume")]
    public void DataWithoutProtect_IsAViolation(string type) => Assert.Equal(
        ["data: an update may delete or replace it: protect is off"], new TestGraph().Add(type, "data").Violations(Rule));

    [Fact]
    public void Protected_IsCompliant() => Assert.Empty(
        new TestGraph().Add("aws:rds/cluster:Cluster", "data", options: options => options["protect"] = true).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "{}")]
    public void WithoutDataOfItsOwn_IsNotJudged(string type, string inputs) => Assert.Empty(new TestGraph().Add(type, "data", inputs).Violations(Rule));
}
