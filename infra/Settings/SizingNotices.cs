using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>Says which objectives <c>sizing: small</c> gives up.</summary>
public static class SizingNotices
{
    /// <summary>A sentence per loss; none for full sizing.</summary>
    public static IReadOnlyList<string> Of(PlatformSettings settings)
    {
        if (settings.Sizing == Sizing.Full)
        {
            return [];
        }

        var notices = new List<string>
        {
            "sizing small: one NAT gateway for three zones; the loss of its zone cuts off every private subnet of the Region from the internet, "
            + "so zone RTOs that need internet access are not met.",
        };
        foreach (var workload in settings.Workloads.Where(workload => workload.Databases.Any()))
        {
            // Aurora recreates a lone instance in about ten minutes, typically; nothing bounds it (docs/adr/0004-tiers.md).
            var lost = new[] { Disruption.Instance, Disruption.Zone }
                .Where(disruption => workload.Tier.For(disruption).Rto is not null)
                .Select(disruption => $"{disruption.Text()} ({Objective.Text(workload.Tier.For(disruption).Rto)})")
                .ToArray();
            if (lost.Length > 0)
            {
                notices.Add($"sizing small: {workload.Name} has one database instance and no reader; recreating it takes about 10 minutes, "
                    + $"unbounded at worst: RTO at risk for {string.Join(" and ", lost)}.");
            }
        }

        return notices;
    }
}
