using DrInfra.Infra.Settings;

namespace DrInfra.Drctl.Rendering;

/// <summary>Regions as people of a pair think of them: the primary, the standby, others by name, then what is in none.</summary>
internal sealed class RegionOrder(RegionPair pair) : IComparer<string>
{
    public int Compare(string? x, string? y) =>
        Rank(x) != Rank(y) ? Rank(x).CompareTo(Rank(y)) : StringComparer.Ordinal.Compare(x, y);

    /// <summary>Each Region once.</summary>
    public string Text(IEnumerable<string> regions) => string.Join(", ", regions.Distinct(StringComparer.Ordinal).Order(this));

    private int Rank(string? region) => region switch
    {
        _ when region == pair.Primary => 0,
        _ when region == pair.Standby => 1,
        ResourceRegions.Global => 3,
        _ when region?.Contains(' ', StringComparison.Ordinal) != false => 4,
        _ => 2,
    };
}
