namespace DrInfra.Policies.Aws.Keyspaces;

/// <summary>Type tokens of the provider's module <c>aws:keyspaces</c>.</summary>
public static class KeyspacesTypes
{
    public const string Keyspace = "aws:keyspaces/keyspace:Keyspace";
    public const string Table = "aws:keyspaces/table:Table";
}
