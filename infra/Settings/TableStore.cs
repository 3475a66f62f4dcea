namespace DrInfra.Infra.Settings;

/// <summary>A DynamoDB table.</summary>
/// <param name="PartitionKey">Name of the partition key, a text. Default: <c>id</c>.</param>
/// <param name="SortKey">Name of the sort key, a text; null = none.</param>
/// <param name="ExpiryAttribute">The attribute that holds the time at which an item expires; null = none. Not for strong consistency.</param>
/// <param name="StronglyConsistent">Whether writes reach another Region before they are acknowledged (RPO 0). Default: where the tier's
/// RPO for loss of the Region is zero.</param>
public sealed record TableStore(
    string Name,
    double SizeGb,
    double ChangeGbPerDay,
    string PartitionKey,
    string? SortKey,
    string? ExpiryAttribute,
    bool StronglyConsistent) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "table";
}
