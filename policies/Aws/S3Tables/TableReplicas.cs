namespace DrInfra.Policies.Aws.S3Tables;

/// <summary>Where the tables of a table bucket are replicated to.</summary>
/// <param name="Owner">The resource that declares it.</param>
/// <param name="Destination">The table bucket that replicas are in.</param>
internal sealed record TableReplicas(Node Owner, Reference Destination)
{
    /// <summary>Those of a whole bucket.</summary>
    public static IEnumerable<TableReplicas> OfBucket(Estate estate, Node bucket) =>
        estate.UsersOf(bucket, S3TablesTypes.TableBucketReplication, "tableBucketArn").SelectMany(owner => Of(estate, owner));

    /// <summary>Those that a table has instead of its bucket's.</summary>
    public static IEnumerable<TableReplicas> OfTable(Estate estate, Node table) =>
        estate.UsersOf(table, S3TablesTypes.TableReplication, "tableArn").SelectMany(owner => Of(estate, owner));

    /// <summary>The tables of a bucket.</summary>
    public static IReadOnlyList<Node> TablesOf(Estate estate, Node bucket) => estate.UsersOf(bucket, S3TablesTypes.Table, "tableBucketArn");

    private static IEnumerable<TableReplicas> Of(Estate estate, Node owner)
    {
        var destinations = owner["rule"]["destinations"];
        return destinations.IsUnknown
            ? [new TableReplicas(owner, new Reference(ReferenceKind.Unknown, null, null, destinations.Path))]
            : destinations.Items.Select(item =>
                new TableReplicas(owner, estate.References.Follow(owner, item["destinationTableBucketArn"], S3TablesTypes.TableBucket)));
    }
}
