namespace DrInfra.Infra.Settings;

/// <summary>An S3 bucket and its copy in the other Region.</summary>
public sealed record BucketStore(string Name, double SizeGb, double ChangeGbPerDay) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "bucket";
}
