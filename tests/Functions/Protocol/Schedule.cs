namespace DrInfra.Tests.Functions.Protocol;

/// <summary>Steps in both Regions, whose clocks go at these rates.</summary>
internal sealed record Schedule(double FirstRate, double SecondRate, IReadOnlyList<Step> Steps)
{
    /// <summary>Plays it, and refuses that both Regions permit at one instant. A permission begins at a step: these are all there is to look at.</summary>
    public SimulatedRegion[] Play(Guard missing)
    {
        var table = new SimulatedTable();
        SimulatedRegion[] regions = [new("first", "second", FirstRate, missing), new("second", "first", SecondRate, missing)];
        var now = 0.0;
        foreach (var (step, index) in Steps.Select((step, index) => (step, index)))
        {
            now += step.After;
            regions[step.Region].Do(step.Deed, now, table);
            Assert.False(regions[0].Permits(now) & regions[1].Permits(now), $"both permit after step {index} ({step}) at {now} ms");
        }

        return regions;
    }
}
