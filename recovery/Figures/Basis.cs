namespace DrInfra.Recovery.Figures;

/// <summary>What a worst case rests on, strongest first. In arithmetic the weakest basis wins.</summary>
public enum Basis
{
    /// <summary>Nothing to rest on: zero by construction, or no figure was needed.</summary>
    None = 0,

    /// <summary>A mechanism enforces it: a synchronous write, a commit that waits, a value that the resource declares.</summary>
    Enforced = 1,

    /// <summary>A documented limit or maximum.</summary>
    Limit = 2,

    /// <summary>A service level agreement, for the share of cases that it covers.</summary>
    Sla = 3,

    /// <summary>Measured in drills (recovery.yaml, <c>evidence</c>).</summary>
    Evidence = 4,

    /// <summary>An alarm tells when it grows beyond; nothing stops it from growing.</summary>
    Alarm = 5,

    /// <summary>The operator's own figure (recovery.yaml, <c>assumptions</c>).</summary>
    Assumption = 6,

    /// <summary>Nothing bounds it.</summary>
    Unbounded = 7,

    /// <summary>A property that only the deployment tells.</summary>
    Unknown = 8,
}

/// <summary>How reports spell a basis.</summary>
public static class BasisNames
{
    public static string Text(this Basis basis) => basis switch
    {
        Basis.None => "none",
        Basis.Enforced => "enforced",
        Basis.Limit => "limit",
        Basis.Sla => "sla",
        Basis.Evidence => "evidence",
        Basis.Alarm => "alarm",
        Basis.Assumption => "assumption",
        Basis.Unbounded => "unbounded",
        Basis.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "not a basis"),
    };

    /// <summary>Whether a verdict on this basis may be <c>Met</c>, not only <c>MetOnAssumption</c>.</summary>
    public static bool Binds(this Basis basis) => basis <= Basis.Sla;
}
