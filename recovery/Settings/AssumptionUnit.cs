namespace DrInfra.Recovery.Settings;

/// <summary>What the value of an assumption is.</summary>
public enum AssumptionUnit
{
    /// <summary>A duration; its value is in seconds.</summary>
    Duration,

    /// <summary>An amount of data in a time; its value is in GB (10^9 bytes) per second.</summary>
    Rate,

    /// <summary>Something that no property tells, and that the operator says is so; its value is 1.</summary>
    Statement,
}
