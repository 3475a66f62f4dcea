using DrInfra.Policies.Assessment.Verification;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>What the timelines of one workload need to know.</summary>
internal sealed class WorkloadScene
{
    public required Promise Promise { get; init; }

    public required Estate Estate { get; init; }

    public required Estimates Estimates { get; init; }

    public required Serving Serving { get; init; }

    /// <summary>How the names that clients use move when the Region is lost; null where there are none.</summary>
    public required Redirect? Redirect { get; init; }

    public required DetectorIndex Detectors { get; init; }

    /// <summary>The workload's own plan; null where none is declared.</summary>
    public FailoverPlan? Plan { get; init; }

    /// <summary>Its jobs that run in one Region at a time; null where it has none.</summary>
    public PermissionReading? Jobs { get; init; }

    /// <summary>Its schedules that are in both Regions.</summary>
    public IReadOnlyList<ScheduledTwins> Schedules { get; init; } = [];

    /// <summary>What runs or starts its jobs in the Region that is lost alone.</summary>
    public IReadOnlyList<LoneJob> Alone { get; init; } = [];

    /// <summary>The Region that is lost; null where it is not known.</summary>
    public string? Lost { get; init; }

    /// <summary>The Region that takes over; null where there is none.</summary>
    public string? Target { get; init; }

    /// <summary>Whether any resource is of the workload, its manifest apart.</summary>
    public bool HasResources { get; init; } = true;

    /// <summary>Whether anything serves: servers, or a name that clients use.</summary>
    public bool Serves => Redirect is not null || NeededServers is not null || Serving.GroupsOf(Workload, null).Count > 0;

    public string Workload => Promise.Workload;

    public string? ManifestUrn => Promise.Nodes is [var first, ..] ? first.Urn : null;

    /// <summary>Servers that the workload needs to serve; null where the manifest does not say.</summary>
    public int? NeededServers => Promise.Manifest?.Capacity.TryGetValue("serving", out var servers) == true ? servers : null;

    /// <summary>What clients need to notice that a connection is dead, and to look the name up again.</summary>
    public Derivation Reconnect() => Estimates.Duration("clients reconnect", "client-reconnect", Workload);
}
