namespace DrInfra.Tests.Policies.Services;

/// <summary>Every service that is read beyond those of the shipped platform.</summary>
internal static class ServiceStacks
{
    public static IReadOnlyList<ServiceStack> All { get; } =
    [
        DatabaseStacks.Documents(), DatabaseStacks.Graphs(), DatabaseStacks.MultiAz(), DatabaseStacks.Keyspaces(), DatabaseStacks.Files(),
        DatabaseStacks.Caches(),
        AnalyticsStacks.Search(), AnalyticsStacks.Warehouse(), AnalyticsStacks.Kafka(), AnalyticsStacks.Streams(), AnalyticsStacks.Queues(),
        AnalyticsStacks.Topics(),
        PlatformStacks.Images(), PlatformStacks.Accelerator(), PlatformStacks.RoutingControls(), PlatformStacks.SharedNames(), PlatformStacks.Pods(),
    ];
}
