using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Whether AWS Backup looks at a service in a Region: it ignores what is not opted in, per account and Region.</summary>
internal static class BackupOptIn
{
    // In the service from the start, or backed up only by itself: these have no default of off.
    private static readonly HashSet<string> NeedManagement = new(StringComparer.Ordinal) { "DynamoDB" };

    /// <returns>Null where the service is off; else what the answer adds to a figure: nothing, or an assumption or unknown of zero length.</returns>
    public static IReadOnlyList<Derivation>? Of(StoreContext context, Store store, Node plan, string service)
    {
        var settings = context.Estate.OfType(BackupTypes.RegionSettings).FirstOrDefault(candidate => candidate.Region == plan.Region);
        if (settings is null)
        {
            var assumed = context.Estimates.AssumptionOf("backup-opt-in", store.Workload, store.Label);
            return [assumed is null
                ? Derivation.Leaf($"{service} opted in for AWS Backup", Figure.Unknown, new Source(SourceKind.Definition, $"no backup.RegionSettings for {plan.Region}; recovery.yaml may say so: assumption backup-opt-in"))
                : Derivation.Leaf($"{service} opted in for AWS Backup", Figure.Exactly(0, Basis.Assumption), new Source(SourceKind.Assumption, assumed.Id))];
        }

        var optedIn = settings["resourceTypeOptInPreference"];
        var managed = settings["resourceTypeManagementPreference"];
        if (optedIn.IsUnknown || optedIn[service].IsUnknown)
        {
            return [Derivation.Leaf($"{service} opted in for AWS Backup", Figure.Unknown, new Source(SourceKind.Property, optedIn[service].Path, settings.Urn))];
        }

        var on = optedIn[service].Flag == true && (!NeedManagement.Contains(service) || managed.IsUnknown || managed[service].Flag == true);
        return on ? [] : null;
    }
}
