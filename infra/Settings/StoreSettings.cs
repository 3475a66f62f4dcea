using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>A place where a workload keeps data.</summary>
/// <param name="Name">Unique in its workload: lower-case letters, digits, hyphens; 2 to 24 characters.</param>
/// <param name="SizeGb">How much it holds, in GB (10^9 bytes); above 0 to 100,000,000.</param>
/// <param name="ChangeGbPerDay">How much of it changes in a day, in GB; 0 to 10,000,000.</param>
public abstract record StoreSettings(string Name, double SizeGb, double ChangeGbPerDay)
{
    /// <summary>The kind as settings, manifests and reports spell it.</summary>
    public abstract string Kind { get; }

    /// <summary>The disruptions under which the service offers no copy at all: nothing is promised for this store then, and the report says so.</summary>
    public virtual IReadOnlyList<Disruption> None => [];
}
