namespace DrInfra.Policies.Aws.DynamoDb;

/// <summary>Type tokens of the provider's module <c>aws:dynamodb</c>.</summary>
public static class DynamoDbTypes
{
    public const string GlobalTable = "aws:dynamodb/globalTable:GlobalTable";
    public const string ResourcePolicy = "aws:dynamodb/resourcePolicy:ResourcePolicy";
    public const string Table = "aws:dynamodb/table:Table";
    public const string TableReplica = "aws:dynamodb/tableReplica:TableReplica";
}
