namespace DrInfra.Policies.Aws.S3;

/// <summary>The enabled replication rules between buckets of the graph.</summary>
internal static class BucketCopies
{
    public static IReadOnlyList<(Node Source, Node Destination, Prop Rule)> Of(Estate estate) =>
    [
        .. from type in TypeGroups.Replications
           from config in estate.OfType(type)
           let source = estate.References.Follow(config, "bucket", TypeGroups.Buckets).Target
           where source is not null
           from rule in config["rules"].Items
           where rule["status"].Text != "Disabled"
           let destination = Destination(estate, config, source, rule)
           where destination is not null
           select (source, destination, rule),
    ];

    // All rules of a configuration share its dependencies: an unknown destination is the one that is not the source.
    private static Node? Destination(Estate estate, Node config, Node source, Prop rule)
    {
        var bucket = rule["destination"]["bucket"];
        if (!bucket.IsUnknown)
        {
            return estate.References.Follow(config, bucket, TypeGroups.Buckets).Target;
        }

        Node[] others = [.. ReferenceResolver.Declared(config, "rules", [.. TypeGroups.Buckets]).Where(node => node != source)];
        return others.Length == 1 ? others[0] : null;
    }
}
