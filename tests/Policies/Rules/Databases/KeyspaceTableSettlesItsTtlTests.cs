using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class KeyspaceTableSettlesItsTtlTests
{
    private static readonly KeyspaceTableSettlesItsTtl Rule = new();

    [Theory]
    [InlineData("MULTI_REGION", """{ "ttl": { "status": "ENABLED" } }""", false)]
    [InlineData("MULTI_REGION", """{ "ttl": { "status": "DISABLED" } }""", false)]
    [InlineData("MULTI_REGION", """{ "ttl": "?" }""", false)]
    [InlineData("MULTI_REGION", "{}", true)]
    [InlineData("SINGLE_REGION", "{}", false)]
    public void TableOfSeveralRegions_StatesItsTtlWhenItIsMade(string strategy, string inputs, bool violation)
    {
        var found = new TestGraph()
            .Add(
                "aws:keyspaces/keyspace:Keyspace", "space",
                $$"""
                { "name": "orders", "replicationSpecification": { "replicationStrategy": "{{strategy}}", "regionLists": ["eu-west-1", "eu-central-1"] } }
                """)
            .Add("aws:keyspaces/table:Table", "rows", inputs).With("rows", "keyspaceName", "orders")
            .Violations(Rule);

        Assert.Equal(violation ? ["rows: it is in several Regions without a statement on TTL, which cannot be turned on later"] : [], found);
    }
}
