namespace DrInfra.Infra.Settings;

/// <summary>Whether a pair can keep a table that is strongly consistent: two Regions and a witness, all of one Region set.</summary>
/// <param name="reading">Receives the problems.</param>
/// <param name="regions">The pair; null where it is not known.</param>
/// <param name="witness">The Region of the witness; null where none is stated.</param>
internal sealed class StrongConsistency(StackReading reading, RegionPair? regions, string? witness)
{
    private bool _witnessRefused;

    /// <summary>The pair; null where it is not known.</summary>
    public RegionPair? Regions => regions;

    /// <summary>Why the Regions of the pair cannot, and what is possible; null where they can, or are not known.</summary>
    public (string What, string Allowed)? OfRegions()
    {
        if (regions is null || SetOf(regions) is not null)
        {
            return null;
        }

        var sets = string.Join("; ", AwsRegions.StrongConsistencySets.Select(one => string.Join(", ", one)));
        return ($"{regions.Primary} and {regions.Standby} are in different Region sets", sets);
    }

    /// <summary>Says that the witness is missing, or elsewhere: once, since one witness serves all tables.</summary>
    /// <param name="whatNeedsIt">For example <c>a strongly consistent table in two Regions</c>.</param>
    public void RequireWitness(string whatNeedsIt)
    {
        if (_witnessRefused || regions is null || SetOf(regions) is not { } set || (witness is not null && set.Contains(witness)))
        {
            return;
        }

        _witnessRefused = true;
        reading.Add(
            "witnessRegion",
            reading.Source,
            witness is null ? $"missing: {whatNeedsIt} needs a witness in a third" : "the witness is outside the Region set of the pair",
            witness ?? "nothing",
            string.Join(", ", set.Except([regions.Primary, regions.Standby])));
    }

    private static IReadOnlyList<string>? SetOf(RegionPair regions) =>
        AwsRegions.StrongConsistencySets.FirstOrDefault(set => set.Contains(regions.Primary) && set.Contains(regions.Standby));
}
