namespace DrInfra.Recovery;

/// <summary>The names of the disruptions as settings, manifests and reports spell them.</summary>
public static class DisruptionNames
{
    /// <summary>Every disruption, mildest first.</summary>
    public static IReadOnlyList<Disruption> All { get; } = Enum.GetValues<Disruption>();

    /// <summary>The name in lower case, as in <c>region</c>.</summary>
    public static string Text(this Disruption disruption) => disruption switch
    {
        Disruption.Instance => "instance",
        Disruption.Zone => "zone",
        Disruption.Region => "region",
        Disruption.Corruption => "corruption",
        Disruption.Account => "account",
        _ => throw new ArgumentOutOfRangeException(nameof(disruption), disruption, "not a disruption"),
    };
}
