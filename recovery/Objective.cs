namespace DrInfra.Recovery;

/// <summary>What is promised for one disruption.</summary>
/// <param name="Rpo">The most recent work that may be lost, as a time; null = no objective.</param>
/// <param name="Rto">The time until the workload serves again; null = no objective.</param>
public sealed record Objective(TimeSpan? Rpo, TimeSpan? Rto)
{
    /// <summary>Nothing is promised.</summary>
    public static Objective None { get; } = new(null, null);

    /// <summary>A duration as text, or <c>none</c>.</summary>
    public static string Text(TimeSpan? duration) => duration is { } value ? DurationText.Format(value) : "none";
}
