namespace DrInfra.Recovery.Timeline;

/// <summary>What an objective is about.</summary>
public enum Measure
{
    /// <summary>Recent work that is lost.</summary>
    Rpo,

    /// <summary>The time until it serves again.</summary>
    Rto,
}

/// <summary>How reports spell a measure.</summary>
public static class MeasureNames
{
    public static string Text(this Measure measure) => measure == Measure.Rpo ? "RPO" : "RTO";
}
