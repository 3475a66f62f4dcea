namespace DrInfra.Recovery.Timeline;

/// <summary>Whether a promise holds.</summary>
public enum ObjectiveVerdict
{
    /// <summary>Nothing is promised.</summary>
    NotApplicable,

    /// <summary>The worst case is within the objective, bounded by enforcement, a synchronous write, a limit or an SLA.</summary>
    Met,

    /// <summary>The worst case is within the objective, but bounded only by an assumption, a drill or an alarm.</summary>
    MetOnAssumption,

    /// <summary>A property decides that is not known before the deployment, or the other stack's graph is needed.</summary>
    Unknown,

    /// <summary>The worst case is longer than promised, or nothing bounds it.</summary>
    Breached,
}
