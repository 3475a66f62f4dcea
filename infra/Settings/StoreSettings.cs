namespace DrInfra.Infra.Settings;

/// <summary>A place where a workload keeps data.</summary>
/// <param name="Name">Unique in its workload: lower-case letters, digits, hyphens; 2 to 24 characters.</param>
/// <param name="SizeGb">How much it holds, in GB (10^9 bytes); above 0 to 100,000,000.</param>
/// <param name="ChangeGbPerDay">How much of it changes in a day, in GB; 0 to 10,000,000.</param>
public abstract record StoreSettings(string Name, double SizeGb, double ChangeGbPerDay)
{
    /// <summary>The kind as settings, manifests and reports spell it.</summary>
    public abstract string Kind { get; }
}

/// <summary>An Aurora PostgreSQL database.</summary>
/// <param name="InstanceClass">The size of an instance at full size; a memory-optimised class. Default: <c>db.r7g.large</c>.</param>
/// <param name="EngineVersion">
/// One version for all members: members of different versions cannot be switched over (gotcha 7). Default: <see cref="VersionSettings"/>.
/// </param>
public sealed record DatabaseStore(string Name, double SizeGb, double ChangeGbPerDay, string InstanceClass, string EngineVersion)
    : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "database";
}

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

/// <summary>An S3 bucket and its copy in the other Region.</summary>
public sealed record BucketStore(string Name, double SizeGb, double ChangeGbPerDay) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "bucket";
}
