namespace DrInfra.Policies.Aws.Keyspaces;

internal readonly record struct Keyspace(Node Node)
{
    private const string TableProperty = "keyspaceName";

    public bool IsMultiRegion => Node["replicationSpecification"]["replicationStrategy"].Text == "MULTI_REGION";

    /// <summary>As far as they are known.</summary>
    public string[] Regions => [.. Node["replicationSpecification"]["regionLists"].Items.Select(region => region.Text).OfType<string>()];

    public static IEnumerable<Node> WithoutTables(Estate estate) =>
        estate.OfType(KeyspacesTypes.Keyspace).Where(keyspace => estate.UsersOf(keyspace, KeyspacesTypes.Table, TableProperty).Count == 0);

    public static Reference Of(Estate estate, Node table) => estate.References.Follow(table, TableProperty, KeyspacesTypes.Keyspace);
}
