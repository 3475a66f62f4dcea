using System.Collections.Immutable;
using DrInfra.Infra.Settings;
using DrInfra.Infra.Stacks;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Stacks;

/// <summary>All that a stack declares.</summary>
internal static class WholeStack
{
    public static Task<Declarations> PrimaryAsync(params (string Key, string? Value)[] changes) => OfAsync(Configurations.PrimarySettings(changes));

    public static Task<Declarations> StandbyAsync(params (string Key, string? Value)[] changes) => OfAsync(Configurations.StandbySettings(changes));

    private static Task<Declarations> OfAsync(PlatformSettings settings) => Declarations.OfAsync(
        () => Platform.Deploy(settings),
        args => ImmutableDictionary<string, object>.Empty.Add("planArn", args.Args["planArn"]).Add("healthChecks", Checks(settings)));

    // What plans hand out for each record, in both Regions.
    private static ImmutableArray<object> Checks(PlatformSettings settings) =>
    [
        .. from workload in settings.Workloads
           where workload.Endpoint is not null
           from region in new[] { settings.Regions.Primary, settings.Regions.Standby }
           select ImmutableDictionary<string, object>.Empty
               .Add("healthCheckId", $"check-of-{workload.Name}-{region}")
               .Add("hostedZoneId", settings.Dns!.ZoneId)
               .Add("recordName", $"{settings.Identity.Names.Endpoint(workload)}.")
               .Add("region", region)
               .Add("status", "unknown"),
    ];
}
