namespace DrInfra.Infra.Settings;

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
