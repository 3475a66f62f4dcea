namespace DrInfra.Policies.Aws.DynamoDb;

/// <summary>The Regions that a table is in: its own and those of its replicas, whichever way they are declared.</summary>
internal static class GlobalTableRegions
{
    /// <summary>Empty where one of them is not known.</summary>
    public static IReadOnlySet<string> Of(Estate estate, Node table)
    {
        var places = GlobalTables.PlacesOf(estate, table);
        return places.Any(place => place.Region is null)
            ? new HashSet<string>()
            : places.Select(place => place.Region).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
