namespace DrInfra.Policies.Aws.Keyspaces;

internal readonly record struct Keyspace(Node Node)
{
    private const string TableProperty = "keyspaceName";

    public Prop Strategy => Node["replicationSpecification"]["replicationStrategy"];

    public Prop RegionList => Node["replicationSpecification"]["regionLists"];

    public bool IsMultiRegion => Strategy.Text == "MULTI_REGION";

    /// <summary>As far as they are known.</summary>
    public string[] Regions => [.. RegionList.Items.Select(region => region.Text).OfType<string>()];

    /// <summary>Its name; null where only the deployment will tell.</summary>
    public string? Name => Node["name"].Text;

    public static IEnumerable<Node> WithoutTables(Estate estate) =>
        estate.OfType(KeyspacesTypes.Keyspace).Where(keyspace => TablesOf(estate, keyspace).Count == 0);

    public static IReadOnlyList<Node> TablesOf(Estate estate, Node keyspace) => estate.UsersOf(keyspace, KeyspacesTypes.Table, TableProperty);

    public static Reference Of(Estate estate, Node table) => estate.References.Follow(table, TableProperty, KeyspacesTypes.Keyspace);

    /// <summary>The keyspace of a table in the table's own stack, where it is in several Regions; null where it is not, or is elsewhere.</summary>
    public static Keyspace? MultiRegionBeside(Node table)
    {
        var named = table[TableProperty].Text;
        var found = ReferenceResolver.Declared(table, TableProperty, KeyspacesTypes.Keyspace) is [var declared, ..] ? declared
            : (named is null ? null : table.Stack.Nodes.FirstOrDefault(node => node.Type == KeyspacesTypes.Keyspace && node["name"].Text == named));
        return found is not null && new Keyspace(found) is { IsMultiRegion: true } keyspace ? keyspace : null;
    }
}
