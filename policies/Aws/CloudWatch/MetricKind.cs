namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>What a metric of recovery tells.</summary>
internal enum MetricKind
{
    /// <summary>How far a copy is behind, a time.</summary>
    Lag,

    /// <summary>How much waits to be copied.</summary>
    Backlog,

    /// <summary>How many operations or jobs went wrong.</summary>
    Failures,

    /// <summary>How many of something came or are there; bad when too few.</summary>
    Presence,

    /// <summary>A share of successes, 0 to 100.</summary>
    Percentage,

    /// <summary>1 healthy, 0 not.</summary>
    Status,
}
