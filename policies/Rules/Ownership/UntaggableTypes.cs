namespace DrInfra.Policies.Rules.Ownership;

/// <summary>Of the types that hold data these take no tags.</summary>
internal static class UntaggableTypes
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "aws:dynamodb/globalTable:GlobalTable", "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup", "aws:glue/catalogTable:CatalogTable",
        "aws:s3/directoryBucket:DirectoryBucket", "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    };

    public static bool Contains(string type) => Types.Contains(type);
}
