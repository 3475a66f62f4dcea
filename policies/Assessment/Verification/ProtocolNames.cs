namespace DrInfra.Policies.Assessment.Verification;

/// <summary>What the parts of a workload's protocol are called, for stories.</summary>
/// <param name="Regions">The primary's first.</param>
internal sealed record ProtocolNames(IReadOnlyList<string> Regions)
{
    /// <summary>The plan.</summary>
    public string Plan { get; init; } = "the plan";

    /// <summary>The table of the leases.</summary>
    public string Table { get; init; } = "the lease table";

    /// <summary>The record that names the active Region.</summary>
    public string Beacon { get; init; } = "the beacon";

    /// <summary>What has to be promoted.</summary>
    public string Database { get; init; } = "the database";

    /// <summary>The name that clients use.</summary>
    public string Endpoint { get; init; } = "the traffic";

    /// <summary>The jobs.</summary>
    public string Jobs { get; init; } = "the jobs";

    /// <summary>Seconds of a tick of the clock.</summary>
    public double TickSeconds { get; init; }

    /// <summary>Seconds until an alarm rings, typically.</summary>
    public double DetectSeconds { get; init; }

    /// <summary>Seconds that the plan's steps typically take, by what they do.</summary>
    public IReadOnlyDictionary<Recovery.Protocol.ActKind, double> StepSeconds { get; init; } = new Dictionary<Recovery.Protocol.ActKind, double>();
}
