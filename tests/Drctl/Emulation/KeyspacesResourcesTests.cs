using System.Collections.Immutable;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class KeyspacesResourcesTests
{
    private const string Keyspace = "aws:keyspaces/keyspace:Keyspace";
    private const string Table = "aws:keyspaces/table:Table";

    private readonly TestCloud _cloud = new();

    [Fact]
    public void Keyspace_HasItsArn_AndIsOfOneRegionUnlessSaid()
    {
        var keyspace = _cloud.CreateIn("west", Keyspace, "profiles", ("name", "profiles_main"));

        Assert.Equal("profiles_main", keyspace.Id);
        Assert.Equal($"arn:aws:cassandra:{West}:{AccountId}:/keyspace/profiles_main/", keyspace.Outputs["arn"]);
        Assert.Equal("SINGLE_REGION", ((IDictionary<string, object>)keyspace.Outputs["replicationSpecification"])["replicationStrategy"]);
    }

    [Theory]
    [InlineData(West)]
    [InlineData(Central)]
    [InlineData(Central, "eu-west-3")]
    public void KeyspaceOfSeveralRegions_NamesItsOwnAndAnother(params string[] regions) => Assert.Contains(
        $"names {West} and at least another one",
        _cloud.RefusalOf(
            Keyspace, "profiles",
            ("replicationSpecification", Map(("replicationStrategy", "MULTI_REGION"), ("regionLists", Listed(regions))))),
        StringComparison.Ordinal);

    [Fact]
    public void Table_HasWhatTheServiceSettles()
    {
        var table = _cloud.CreateIn("west", Table, "attributes", ("keyspaceName", "profiles_main"), ("tableName", "attributes"));

        Assert.Equal("profiles_main/attributes", table.Id);
        Assert.Equal($"arn:aws:cassandra:{West}:{AccountId}:/keyspace/profiles_main/table/attributes", table.Outputs["arn"]);
        Assert.Equal("DISABLED", ((IDictionary<string, object>)table.Outputs["pointInTimeRecovery"])["status"]);
    }

    [Fact]
    public void KeyThatIsNoColumn_IsRefused() => Assert.Contains(
        "keys are columns of the table",
        _cloud.RefusalOf(
            Table, "attributes", ("keyspaceName", "profiles_main"), ("tableName", "attributes"),
            ("schemaDefinition", Map(
                ("columns", Listed(Map(("name", "id"), ("type", "text")))), ("partitionKeys", Listed(Map(("name", "customer"))))))),
        StringComparison.Ordinal);

    private static ImmutableArray<object> Listed(params object[] items) => [.. items];
}
