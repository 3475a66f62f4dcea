namespace DrInfra.Recovery;

/// <summary>Who decides that a failover starts, and how long that may take.</summary>
/// <param name="Within">The time people have to decide; null = a trigger decides, without people.</param>
public sealed record Decision(TimeSpan? Within)
{
    /// <summary>A trigger decides.</summary>
    public static Decision Automatic { get; } = new((TimeSpan?)null);

    /// <summary>What the decision adds to the RTO: zero when automatic.</summary>
    public TimeSpan Takes => Within ?? TimeSpan.Zero;

    /// <summary><c>automatic</c>, or the time as text.</summary>
    public override string ToString() => Within is { } within ? DurationText.Format(within) : "automatic";
}
