namespace DrInfra.Recovery;

/// <summary>How many seconds the units of time have. Figures of services are no such: they stand in <c>facts.json</c>.</summary>
public static class UnitsOfTime
{
    /// <summary>Seconds of a minute.</summary>
    public const int Minute = 60;

    /// <summary>Seconds of an hour.</summary>
    public const int Hour = 60 * Minute;

    /// <summary>Seconds of a day.</summary>
    public const int Day = 24 * Hour;

    /// <summary>Milliseconds of a second, for metrics that count them.</summary>
    public const int MillisecondsPerSecond = 1000;
}
