namespace DrInfra.Policies.Aws;

/// <summary>How much of the world a graph shows: what is missing from it may live in a stack that was not given.</summary>
internal static class EstateScope
{
    /// <summary>Both stacks of a pair are there, so what the recovery names must be in one of them.</summary>
    public static bool IsWhole(Estate estate) => estate.Stacks.Count > 1 && estate.Stacks.All(stack => !stack.IsForeign);

    /// <summary>The Regions in which the estate has regional resources, by name.</summary>
    public static IReadOnlyList<string> Regions(Estate estate) =>
        estate.Once(static estate => new ServedRegions(estate)).Names;

    private sealed class ServedRegions(Estate estate)
    {
        public IReadOnlyList<string> Names { get; } =
        [.. estate.All
            .Where(node => node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type))
            .Select(node => node.Region).OfType<string>().Where(region => region != "global")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
